package io.kehu.auth.session;

import java.util.Map;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.right.GrantingRule;
import io.kehu.auth.right.Holder;
import io.kehu.auth.right.OwnAccount;
import io.kehu.auth.right.RightsReader;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import io.kehu.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Logins over HTTP: users see and end their own, administrators those of others.
 */
@RestController
class SessionController {

	private static final String OWN = "/api/v1/me/sessions";

	private static final String OF_USER = "/api/v1/users/{userId}/sessions";

	private final Logins logins;

	private final RightsReader rights;

	private final GrantingRule granting;

	private final AuditLog audit;

	SessionController(Logins logins, RightsReader rights, GrantingRule granting, AuditLog audit) {
		this.logins = logins;
		this.rights = rights;
		this.granting = granting;
		this.audit = audit;
	}

	@Operation(summary = "List the caller's logins")
	@GetMapping(OWN)
	Page<LoginView> listOwnSessions(@AuthenticationPrincipal Caller caller,
			@Parameter(hidden = true) AbstractOAuth2TokenAuthenticationToken<Jwt> token) {
		return Page.whole(this.logins.of(OwnAccount.of(caller), token.getToken().getClaimAsString("sid"), null));
	}

	@Operation(summary = "End one of the caller's logins")
	@DeleteMapping(OWN + "/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void endOwnSession(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
		end(OwnAccount.of(caller), id);
	}

	@Operation(summary = "List a user's logins")
	@GetMapping(OF_USER)
	@PreAuthorize("hasAuthority('user:read')")
	Page<LoginView> listUserSessions(@PathVariable UUID userId) {
		return Page.whole(this.logins.of(userId, null, null));
	}

	@Operation(summary = "End one of a user's logins")
	@DeleteMapping(OF_USER + "/{id}")
	@PreAuthorize("hasAuthority('user:write')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void endUserSession(@PathVariable UUID userId, @PathVariable UUID id) {
		check(userId);
		end(userId, id);
	}

	@Operation(summary = "End all of a user's logins")
	@DeleteMapping(OF_USER)
	@PreAuthorize("hasAuthority('user:write')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void endUserSessions(@PathVariable UUID userId) {
		check(userId);
		this.logins.endAll(userId, null);
		this.audit.append("user.logins-ended", userId, Map.of());
	}

	private void end(UUID userId, UUID id) {
		if (!this.logins.end(userId, id)) {
			throw ProblemException.notFound("session", id);
		}
		this.audit.append("user.login-ended", userId, Map.of("login", id));
	}

	/** Callers can't log out users who have more rights than they have. */
	private void check(UUID userId) {
		this.rights.ofUser(userId).map(Holder::rights).ifPresent(this.granting::check);
	}

}
