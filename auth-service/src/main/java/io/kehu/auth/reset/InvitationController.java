package io.kehu.auth.reset;

import java.util.Map;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.right.GrantingRule;
import io.kehu.auth.right.Holder;
import io.kehu.auth.right.RightsReader;
import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.RecentLogin;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets administrators send users a link to choose a password; administrators never choose
 * it themselves.
 */
@RestController
class InvitationController {

	private final Accounts accounts;

	private final PasswordReset reset;

	private final RightsReader rights;

	private final GrantingRule granting;

	private final AuditLog audit;

	InvitationController(Accounts accounts, PasswordReset reset, RightsReader rights, GrantingRule granting,
			AuditLog audit) {
		this.accounts = accounts;
		this.reset = reset;
		this.rights = rights;
		this.granting = granting;
		this.audit = audit;
	}

	@Operation(summary = "Send a user an e-mail with a link to choose a new password")
	@PostMapping("/api/v1/users/{id}/password-email")
	@RecentLogin
	@PreAuthorize("hasAuthority('user:write')")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void sendPasswordEmail(@PathVariable UUID id) {
		Account account = this.accounts.find(id).orElseThrow(() -> ProblemException.notFound("user", id));
		this.rights.ofUser(id).map(Holder::rights).ifPresent(this.granting::check);
		if (!account.enabled() || account.email() == null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "not-reachable",
					"The user is locked or has no e-mail address.");
		}
		this.reset.invite(account);
		this.audit.append("user.password-email-sent", id, Map.of());
	}

}
