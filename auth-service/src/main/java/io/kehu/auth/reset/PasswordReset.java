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
 * Lets people choose a new password who can read their mail but do not know the old one.
 */
@Component
class PasswordReset {

	private final Accounts accounts;

	private final PasswordResetRepository resets;

	private final ResetLetters letters;

	private final Passwords passwords;

	private final Throttle throttle;

	private final ResetTools tools;

	PasswordReset(Accounts accounts, PasswordResetRepository resets, ResetLetters letters, Passwords passwords,
			Throttle throttle, ResetTools tools) {
		this.accounts = accounts;
		this.resets = resets;
		this.letters = letters;
		this.passwords = passwords;
		this.throttle = throttle;
		this.tools = tools;
	}

	/**
	 * Sends a link to whoever is meant, if there is anybody. All of it happens behind the
	 * caller's back: neither the answer nor its time tells whether there is.
	 * @param name a user name or an e-mail address
	 * @param address where the request comes from
	 */
	void ask(String name, String address) {
		this.tools.applicationTaskExecutor().execute(() -> {
			Duration wait = this.throttle.attempt(Guess.LETTERS, address);
			if (wait.isZero() && this.throttle.attempt(Guess.LETTER, Accounts.normalized(name)).isZero()) {
				meant(name.strip()).forEach(this.letters::sendLink);
			}
		});
	}

	/**
	 * Sends a link because an administrator wants it: the way in for new users.
	 */
	void invite(Account account) {
		this.letters.sendLink(account);
	}

	/**
	 * Returns whose link this is, while it works.
	 */
	Optional<Account> find(ResetToken token) {
		return this.resets.find(token.digest(), this.tools.clock().instant())
			.flatMap(this.accounts::find)
			.filter(Account::enabled);
	}

	/**
	 * Stores the new password and takes the link out of use.
	 * @return whether it still worked
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
			this.letters.sendNotice(account);
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
