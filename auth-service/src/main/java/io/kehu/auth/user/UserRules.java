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
 * The rules for changes of users. Every change is audited. Callers can't change users who
 * have more rights than they have. Changes of rights or of the e-mail address require a
 * recent login. At least one administrator remains. Tokens are revoked when rights
 * change. Locked and deleted users are logged out everywhere, so that nothing is restored
 * when they are unlocked.
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
	 * Applies the rules to a stored change, within its transaction.
	 * @throws ProblemException if the change isn't allowed
	 */
	void apply(RecordChange change) {
		UserView before = (UserView) change.before();
		UserView after = (UserView) change.after();
		Rights held = held(before);
		Rights holds = held(after);
		this.granting.check(held);
		this.granting.check(holds);
		this.granting.checkTeams(
				after.teamIds().stream().filter((team) -> before == null || !before.teamIds().contains(team)).toList());
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
	 * Revokes all tokens of a user and ends every login.
	 * @throws ProblemException if the user has more rights than the caller
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
			this.users.lockAdministrators();
			if (this.users.countAdmitted(ADMINISTRATOR, after.id()) == 0) {
				throw ProblemException.of(HttpStatus.CONFLICT, "last-administrator",
						"At least one enabled user must remain an administrator.");
			}
		}
	}

}
