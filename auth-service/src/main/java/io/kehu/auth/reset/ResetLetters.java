package io.kehu.auth.reset;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import io.kehu.auth.mail.Letter;
import io.kehu.auth.mail.Mailer;
import io.kehu.auth.user.Account;
import io.kehu.platform.token.AuthProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes to people about their passwords.
 */
@Component
class ResetLetters {

	static final Duration VALID = Duration.ofMinutes(30);

	private static final Logger logger = LoggerFactory.getLogger(ResetLetters.class);

	private final PasswordResetRepository resets;

	private final Mailer mailer;

	private final AuthProperties properties;

	private final TransactionOperations transactions;

	private final Clock clock;

	ResetLetters(PasswordResetRepository resets, Mailer mailer, AuthProperties properties,
			TransactionOperations transactions, Clock clock) {
		this.resets = resets;
		this.mailer = mailer;
		this.properties = properties;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Sends a link to choose a new password with. Its address is the configured one,
	 * never what a request says: that could lead elsewhere.
	 */
	void sendLink(Account account) {
		ResetToken token = ResetToken.random();
		UUID id = account.id();
		this.transactions.executeWithoutResult(
				(status) -> this.resets.replace(token.digest(), id, this.clock.instant().plus(VALID)));
		send(account, "Your new password for Kehu", """
				Hello %s,

				somebody, hopefully you, asked for a new password for your account %s at Kehu.
				Choose it here within %d minutes:

				%s

				The link works once. If you did not ask for it, there is nothing you have to do:
				your password stays as it is.
				""".formatted(account.displayName(), account.username(), VALID.toMinutes(),
				this.properties.issuer() + ResetPages.RESET + "?token=" + token.value()));
	}

	/**
	 * Tells that the password is another.
	 */
	void sendNotice(Account account) {
		send(account, "Your password for Kehu was changed", """
				Hello %s,

				the password of your account %s at Kehu was changed just now, and all other
				logins were ended.

				If that was not you, ask for a new password at once and tell your administrator:

				%s
				""".formatted(account.displayName(), account.username(),
				this.properties.issuer() + ResetPages.FORGOTTEN));
	}

	private void send(Account account, String subject, String text) {
		String address = account.email();
		if (address == null) {
			logger.info("User {} has no e-mail address: no letter", account.id());
			return;
		}
		try {
			this.mailer.send(new Letter(address, subject, text));
		}
		catch (MailException ex) {
			logger.error("No letter to user {}", account.id(), ex);
		}
	}

}
