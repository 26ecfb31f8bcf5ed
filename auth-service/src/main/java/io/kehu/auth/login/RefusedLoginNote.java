package io.kehu.auth.login;

import java.util.Map;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.user.Accounts;

import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Audits refused logins of existing accounts, asynchronously so that response times don't
 * reveal whether the account exists. Unknown names aren't recorded: users sometimes type
 * their password into that field.
 */
@Component
class RefusedLoginNote {

	private final Accounts accounts;

	private final AuditLog audit;

	private final AsyncTaskExecutor executor;

	RefusedLoginNote(Accounts accounts, AuditLog audit, AsyncTaskExecutor applicationTaskExecutor) {
		this.accounts = accounts;
		this.audit = audit;
		this.executor = applicationTaskExecutor;
	}

	@EventListener
	void refused(AbstractAuthenticationFailureEvent event) {
		if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken login) {
			String address = address(login);
			String typed = login.getName();
			String reason = event.getException().getClass().getSimpleName().replace("Exception", "");
			this.executor.execute(() -> this.accounts.find(typed)
				.ifPresent((account) -> this.audit.append("user.login-refused", account.id(),
						Map.of("address", address, "reason", reason))));
		}
	}

	private static String address(Authentication login) {
		return (login.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress() : "";
	}

}
