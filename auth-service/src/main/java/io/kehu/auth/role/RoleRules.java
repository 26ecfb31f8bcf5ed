package io.kehu.auth.role;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.revocation.Revocations;
import io.kehu.auth.right.GrantingRule;
import io.kehu.auth.right.Rights;
import io.kehu.auth.right.RightsHolders;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What each change of a role entails: it is noted in the audit log; what comes with the
 * system stays as it is, but for whether it wants a second factor; nobody puts into a
 * role, or takes out, what they do not have themselves; and those who hold the role need
 * new tokens.
 */
@Component
class RoleRules {

	private final RoleRepository roles;

	private final RightsHolders holders;

	private final GrantingRule granting;

	private final Revocations revocations;

	private final AuditLog audit;

	RoleRules(RoleRepository roles, RightsHolders holders, GrantingRule granting, Revocations revocations,
			AuditLog audit) {
		this.roles = roles;
		this.holders = holders;
		this.granting = granting;
		this.revocations = revocations;
		this.audit = audit;
	}

	/**
	 * Applies them to a change that is stored already, in its transaction.
	 * @throws ProblemException when it may not be
	 */
	void apply(RecordChange change) {
		RoleView before = (RoleView) change.before();
		RoleView after = (RoleView) change.after();
		if (after.builtIn() && !onlySecondFactor(before, after)) {
			throw ProblemException.of(HttpStatus.CONFLICT, "built-in", "This role comes with the system.");
		}
		if (after.deletedAt() != null && this.roles.isHeld(after.name())) {
			throw ProblemException.of(HttpStatus.CONFLICT, "in-use", "Somebody holds this role.");
		}
		this.granting.check(Rights.anywhere(after.grants()));
		if (before != null && !before.permissions().equals(after.permissions())) {
			this.granting.check(Rights.anywhere(before.grants()));
			this.holders.ofRole(after.name()).forEach(this.revocations::revoke);
		}
		this.audit.append(change);
	}

	private static boolean onlySecondFactor(@Nullable RoleView before, RoleView after) {
		return before != null && before.permissions().equals(after.permissions())
				&& before.description().equals(after.description()) && after.deletedAt() == null;
	}

}
