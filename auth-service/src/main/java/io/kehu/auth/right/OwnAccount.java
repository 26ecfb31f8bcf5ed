package io.kehu.auth.right;

import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Caller;

import org.springframework.http.HttpStatus;

/**
 * Whose account a caller may look after: a person their own, and never through the
 * program of a partner, which was allowed to do other things.
 */
public final class OwnAccount {

	private OwnAccount() {
	}

	/**
	 * Returns the id of the person who calls.
	 * @throws ProblemException 403 when it is none, or one for whom a partner's program
	 * calls
	 */
	public static UUID of(Caller caller) {
		UUID userId = caller.userId();
		if (userId == null) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "not-a-person", "Only a person has an account.");
		}
		if (isThroughPartner(caller)) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "through-a-program",
					"A program of others does not look after somebody's account.");
		}
		return userId;
	}

	/**
	 * Returns whether a partner's program calls, for itself or for a person.
	 */
	public static boolean isThroughPartner(Caller caller) {
		return caller.clientId().startsWith(RightsReader.PARTNER);
	}

}
