package io.kehu.auth.user;

import java.util.Objects;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.right.GrantingRule;
import io.kehu.auth.right.Rights;
import io.kehu.auth.right.RightsReader;
import io.kehu.auth.session.Logins;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.security.RecentLogins;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What each change of a user entails: it is noted in the audit log; nobody decides over
 * somebody who may do more than they; who changes what somebody may do, or where their
 * letters go, has logged in recently; one administrator always remains; who may do other
 * things than before needs a new token; and who is locked out or deleted is logged out
 * everywhere, so that nothing of before comes back to life when they are let in again.
 */
@Component
class UserRules {

	static final String ADMINISTRATOR = "administrator";

	private final UserRepository users;

	private final RightsReader rights;

	private final GrantingRule granting;

	private final Logins logins;

	private final RecentLogins recent;

	private final AuditLog audit;

	UserRules(UserRepository users, RightsReader rights, GrantingRule granting, Logins logins, RecentLogins recent,
			AuditLog audit) {
		this.users = users;
		this.rights = rights;
		this.granting = granting;
		this.logins = logins;
		this.recent = recent;
		this.audit = audit;
	}

	/**
	 * Applies them to a change that is stored already, in its transaction.
	 * @throws ProblemException when it may not be
	 */
	void apply(RecordChange change) {
		UserView before = (UserView) change.before();
		UserView after = (UserView) change.after();
		Rights held = held(before);
		Rights holds = held(after);
		this.granting.check(held);
		this.granting.check(holds);
		if (before != null && !(held.equals(holds) && Objects.equals(before.email(), after.email()))) {
			this.recent.check();
		}
		if (before != null && before.admitted()) {
			keepAnAdministrator(before, after);
			if (!after.admitted()) {
				this.logins.expel(after.id());
			}
			else if (!held.equals(holds)) {
				this.logins.renew(after.id());
			}
		}
		this.audit.append(change);
	}

	/**
	 * Takes back every token that the user has, and ends every login.
	 * @throws ProblemException when the caller may not decide over them
	 */
	void revoke(UserView user) {
		this.granting.check(held(user));
		this.logins.expel(user.id());
	}

	private Rights held(@Nullable UserView user) {
		return (user != null) ? this.rights.of(user.roles(), user.teamIds()) : Rights.NONE;
	}

	private void keepAnAdministrator(UserView before, UserView after) {
		boolean leaves = before.roles().contains(ADMINISTRATOR)
				&& !(after.admitted() && after.roles().contains(ADMINISTRATOR));
		if (leaves) {
			this.users.lock("administrators");
			if (this.users.countAdmitted(ADMINISTRATOR, after.id()) == 0) {
				throw ProblemException.of(HttpStatus.CONFLICT, "last-administrator",
						"There would be no administrator left.");
			}
		}
	}

}
