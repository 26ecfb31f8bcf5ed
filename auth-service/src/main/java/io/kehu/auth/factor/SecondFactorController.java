package io.kehu.auth.factor;

import java.util.Map;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.right.GrantingRule;
import io.kehu.auth.right.Holder;
import io.kehu.auth.right.RightsReader;
import io.kehu.auth.user.Accounts;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.RecentLogin;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets administrators remove the second factors of users who have lost them.
 */
@RestController
class SecondFactorController {

	private final SecondFactors factors;

	private final Accounts accounts;

	private final RightsReader rights;

	private final GrantingRule granting;

	private final AuditLog audit;

	SecondFactorController(SecondFactors factors, Accounts accounts, RightsReader rights, GrantingRule granting,
			AuditLog audit) {
		this.factors = factors;
		this.accounts = accounts;
		this.rights = rights;
		this.granting = granting;
		this.audit = audit;
	}

	@Operation(summary = "Remove all second factors of a user")
	@DeleteMapping("/api/v1/users/{id}/second-factors")
	@PreAuthorize("hasAuthority('user:write')")
	@RecentLogin
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removeSecondFactors(@PathVariable UUID id) {
		if (this.accounts.find(id).isEmpty()) {
			throw ProblemException.notFound("user", id);
		}
		this.rights.ofUser(id).map(Holder::rights).ifPresent(this.granting::check);
		this.factors.removeAll(id);
		this.audit.append("user.second-factors-removed", id, Map.of());
	}

}
