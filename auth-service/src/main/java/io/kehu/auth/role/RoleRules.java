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
 * The rules for changes of roles. Every change is audited. Built-in roles can't be
 * changed, apart from requiring a second factor. Callers can only add or remove
 * permissions that they have. Tokens of the role's holders are revoked.
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
	 * Applies the rules to a stored change, within its transaction.
	 * @throws ProblemException if the change isn't allowed
	 */
	void apply(RecordChange change) {
		RoleView before = (RoleView) change.before();
		RoleView after = (RoleView) change.after();
		if (after.builtIn() && !onlySecondFactor(before, after)) {
			throw ProblemException.of(HttpStatus.CONFLICT, "built-in",
					"Built-in roles can't be changed, apart from requiring a second factor.");
		}
		if (after.deletedAt() != null && this.roles.isHeld(after.name())) {
			throw ProblemException.of(HttpStatus.CONFLICT, "in-use", "The role is still assigned to users or clients.");
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
