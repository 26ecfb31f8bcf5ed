package io.kehu.auth.reset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.password.PasswordPolicy;
import io.kehu.auth.session.Logins;
import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes passwords. This ends all other logins and invalidates all reset links.
 */
@Component
class Passwords {

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final PasswordPolicy policy;

	private final PasswordResetRepository resets;

	private final Logins logins;

	private final AuditLog audit;

	Passwords(Accounts accounts, PasswordEncoder encoder, PasswordPolicy policy, PasswordResetRepository resets,
			Logins logins, AuditLog audit) {
		this.accounts = accounts;
		this.encoder = encoder;
		this.policy = policy;
		this.resets = resets;
		this.logins = logins;
		this.audit = audit;
	}

	boolean matches(Account account, String password) {
		return account.passwordHash() != null && this.encoder.matches(password, account.passwordHash());
	}

	/**
	 * Returns why a password is refused, or nothing if it is accepted.
	 */
	Optional<String> objection(Account account, String password, String repeated) {
		if (!password.equals(repeated)) {
			return Optional.of("The new passwords don't match.");
		}
		List<String> names = Stream.of(account.username(), account.email(), account.displayName())
			.filter(Objects::nonNull)
			.toList();
		return this.policy.check(password, names).map(PasswordPolicy.Refusal::message);
	}

	/**
	 * Stores a new password.
	 * @param how the action in the audit log
	 * @param login the login to keep, or null
	 */
	@Transactional
	public void change(Account account, String password, String how, @Nullable UUID login) {
		this.accounts.changePassword(account.id(), Objects.requireNonNull(this.encoder.encode(password)));
		this.resets.delete(account.id());
		this.logins.endAll(account.id(), login);
		this.audit.append(how, account.id(), account.username(), Map.of());
	}

}
