package io.kehu.auth.right;

import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Caller;

import org.springframework.http.HttpStatus;

/**
 * Limits account actions to the user's own account. Partner clients that act for a user
 * are excluded.
 */
public final class OwnAccount {

	private OwnAccount() {
	}

	/**
	 * Returns the id of the calling user.
	 * @throws ProblemException 403 if the caller isn't a user, or is a partner client
	 * acting for one
	 */
	public static UUID of(Caller caller) {
		UUID userId = caller.userId();
		if (userId == null) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "not-a-person",
					"Only users have an account; the caller is a client.");
		}
		if (isThroughPartner(caller)) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "through-a-client",
					"A partner client can't manage a user's account.");
		}
		return userId;
	}

	/**
	 * Returns whether the caller is a partner client, for itself or for a user.
	 */
	public static boolean isThroughPartner(Caller caller) {
		return caller.clientId().startsWith(RightsReader.PARTNER);
	}

}
