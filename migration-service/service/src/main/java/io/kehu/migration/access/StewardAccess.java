package io.kehu.migration.access;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Checks what the caller of a request may see and change. Jobs act without a caller, on
 * what the request that began them was allowed to name.
 */
@Component
public class StewardAccess {

	private static final int MOST = 200;

	private static final List<String> LIVE = List.of("customer:read", "customer:pii");

	private final Access access;

	StewardAccess(Access access) {
		this.access = access;
	}

	/** Returns whether a record, even if deleted, is visible to the caller. */
	public boolean visible(Class<?> type, UUID id) {
		return Callers.find().isEmpty() || this.access.visible(type, id);
	}

	/**
	 * Checks the caller's access to a record that exists.
	 * @throws ProblemException 404 if the caller may not see it, 403 if the caller may
	 * see it, but not do this
	 */
	public void check(Class<?> type, AccessLevel level, UUID id, String subject) {
		if (Callers.find().isPresent()) {
			this.access.check(type, level, id, subject);
		}
	}

	/**
	 * Checks that the caller may see the values of live customers, if there are any.
	 * @param live whether the rows or findings in question contain some
	 * @throws ProblemException 403 if the caller may not
	 */
	public void checkLive(boolean live) {
		Caller caller = Callers.find().orElse(null);
		if (live && caller != null
				&& !LIVE.stream().allMatch((one) -> caller.scope(one).filter(Scope.ALL::equals).isPresent())) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "forbidden",
					"This contains live customers, which needs the permissions %s for all customers."
						.formatted(String.join(" and ", LIVE)));
		}
	}

	/**
	 * Checks that a record is none of this type, or visible to the caller.
	 * @throws ProblemException 404 otherwise
	 */
	public void checkNotHidden(Class<?> type, UUID id, String subject) {
		if (this.access.hidden(type, id)) {
			throw ProblemException.notFound(subject, id);
		}
	}

	/** Returns the ids of the latest records that are visible to the caller. */
	public List<UUID> latest(Class<?> type) {
		return this.access.latest(type, MOST);
	}

	/** Returns the owner and the team of what the caller creates. */
	public static Ownership ownership() {
		Caller caller = Callers.current();
		return new Ownership(caller.userId(), caller.teams().stream().findFirst().orElse(null));
	}

}
