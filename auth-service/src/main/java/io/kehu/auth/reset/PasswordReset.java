package io.kehu.auth.reset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.kehu.auth.throttle.Guess;
import io.kehu.auth.throttle.Throttle;
import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Resets forgotten passwords by e-mail.
 */
@Component
class PasswordReset {

	private final Accounts accounts;

	private final PasswordResetRepository resets;

	private final ResetEmails emails;

	private final Passwords passwords;

	private final Throttle throttle;

	private final ResetTools tools;

	PasswordReset(Accounts accounts, PasswordResetRepository resets, ResetEmails emails, Passwords passwords,
			Throttle throttle, ResetTools tools) {
		this.accounts = accounts;
		this.resets = resets;
		this.emails = emails;
		this.passwords = passwords;
		this.throttle = throttle;
		this.tools = tools;
	}

	/**
	 * Sends a link to the matching users, if any. This happens asynchronously: neither
	 * the response nor its time reveals whether there are any.
	 * @param name a user name or an e-mail address
	 * @param address the network address of the request
	 */
	void ask(String name, String address) {
		this.tools.applicationTaskExecutor().execute(() -> {
			Duration wait = this.throttle.attempt(Guess.RESET_FROM_ADDRESS, address);
			if (wait.isZero() && this.throttle.attempt(Guess.RESET_OF_ACCOUNT, Accounts.normalized(name)).isZero()) {
				meant(name.strip()).forEach(this.emails::sendLink);
			}
		});
	}

	/**
	 * Sends a link on behalf of an administrator, for example to a new user.
	 */
	void invite(Account account) {
		this.emails.sendLink(account);
	}

	/**
	 * Returns the user of a valid link.
	 */
	Optional<Account> find(ResetToken token) {
		return this.resets.find(token.digest(), this.tools.clock().instant())
			.flatMap(this.accounts::find)
			.filter(Account::enabled);
	}

	/**
	 * Stores the new password and invalidates the link.
	 * @return whether the link was still valid
	 */
	boolean redeem(ResetToken token, Account account, String password) {
		boolean first = Boolean.TRUE.equals(this.tools.transactions().execute((status) -> {
			if (!this.resets.take(token.digest())) {
				return false;
			}
			this.passwords.change(account, password, "user.password-reset", null);
			return true;
		}));
		if (first) {
			this.throttle.succeeded(Guess.ACCOUNT, account.username());
			this.emails.sendNotice(account);
		}
		return first;
	}

	@Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetExpired() {
		this.resets.deleteExpired(this.tools.clock().instant());
	}

	private List<Account> meant(String name) {
		List<UUID> byEmail = (name.indexOf('@') > 0) ? this.resets.findByEmail(name) : List.of();
		Optional<Account> byName = this.accounts.find(name).filter(Account::enabled);
		return byName.map(List::of)
			.orElseGet(() -> byEmail.stream().map(this.accounts::find).flatMap(Optional::stream).toList());
	}

}
