package io.kehu.auth.user;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.throttle.GuessingNoticed;

import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Publishes and audits alerts about guessing, asynchronously so that response times don't
 * reveal whether the account exists.
 */
@Component
class GuessingListener {

	private final UserService users;

	private final AccountRepository accounts;

	private final AuditLog audit;

	private final AsyncTaskExecutor executor;

	GuessingListener(UserService users, AccountRepository accounts, AuditLog audit,
			AsyncTaskExecutor applicationTaskExecutor) {
		this.users = users;
		this.accounts = accounts;
		this.audit = audit;
		this.executor = applicationTaskExecutor;
	}

	@EventListener
	void noticed(GuessingNoticed guessing) {
		this.executor.execute(() -> {
			switch (guessing.guess()) {
				case ACCOUNT ->
					this.accounts.findByUsername(guessing.subject()).map(Account::id).ifPresent(this.users::attacked);
				case FACTOR -> user(guessing.subject()).ifPresent(this.users::attacked);
				case RESET_OF_ACCOUNT -> {
				}
				case CLIENT -> this.audit.append("client.attacked", null,
						Map.of("client", guessing.subject(), "attempts", guessing.attempts()));
				case ADDRESS, RESET_FROM_ADDRESS -> this.audit.append("address.attacking", null,
						Map.of("address", guessing.subject(), "attempts", guessing.attempts()));
			}
		});
	}

	private Optional<UUID> user(String id) {
		return this.accounts.findById(UUID.fromString(id)).map(Account::id);
	}

}
