package io.kehu.auth.reset;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import io.kehu.auth.user.Account;
import io.kehu.platform.mail.Email;
import io.kehu.platform.mail.Mailer;
import io.kehu.platform.token.AuthProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends e-mails about passwords.
 */
@Component
class ResetEmails {

	static final Duration VALID = Duration.ofMinutes(30);

	private static final Logger logger = LoggerFactory.getLogger(ResetEmails.class);

	private final PasswordResetRepository resets;

	private final Mailer mailer;

	private final AuthProperties properties;

	private final TransactionOperations transactions;

	private final Clock clock;

	ResetEmails(PasswordResetRepository resets, Mailer mailer, AuthProperties properties,
			TransactionOperations transactions, Clock clock) {
		this.resets = resets;
		this.mailer = mailer;
		this.properties = properties;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Sends a reset link. Its address is the configured one rather than one from the
	 * request, which could lead elsewhere.
	 */
	void sendLink(Account account) {
		ResetToken token = ResetToken.random();
		UUID id = account.id();
		this.transactions.executeWithoutResult(
				(status) -> this.resets.replace(token.digest(), id, this.clock.instant().plus(VALID)));
		send(account, "Reset your Kehu password", """
				Hello %s,

				we received a request to reset the password of your Kehu account %s.
				Use this link within %d minutes to choose a new password:

				%s

				The link works once. If you didn't request this, you can ignore this e-mail;
				your password won't change.
				""".formatted(account.displayName(), account.username(), VALID.toMinutes(),
				this.properties.issuer() + ResetPages.RESET + "?token=" + token.value()));
	}

	/**
	 * Sends a notice that the password was changed.
	 */
	void sendNotice(Account account) {
		send(account, "Your Kehu password was changed", """
				Hello %s,

				the password of your Kehu account %s was just changed, and all other logins
				were ended.

				If this wasn't you, request a new password immediately and tell your administrator:

				%s
				""".formatted(account.displayName(), account.username(),
				this.properties.issuer() + ResetPages.FORGOTTEN));
	}

	private void send(Account account, String subject, String text) {
		String address = account.email();
		if (address == null) {
			logger.info("No e-mail sent: user {} has no address", account.id());
			return;
		}
		try {
			this.mailer.send(Email.automatic(address, subject, text));
		}
		catch (MailException ex) {
			logger.error("The e-mail to user {} could not be sent", account.id(), ex);
		}
	}

}
