package io.kehu.platform.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/**
 * What an exception says about an e-mail, for senders that must not send it twice.
 */
public enum MailFailure {

	/** It was not sent; the server can be tried again. */
	TEMPORARY,

	/** It was not sent and never will be. */
	REFUSED,

	/** It may have been sent. */
	UNCERTAIN;

	private static final int TRANSIENT = 4;

	private static final int PERMANENT = 5;

	private static final int HUNDRED = 100;

	/**
	 * Returns what an exception of {@link Mailer#send} says. Without the reply of a
	 * server, or the certainty that there was no connection, an e-mail may have been
	 * sent.
	 */
	public static MailFailure of(MailException failure) {
		if (failure instanceof MailAuthenticationException) {
			return TEMPORARY;
		}
		if (failure instanceof MailParseException || failure instanceof MailPreparationException) {
			return REFUSED;
		}
		Exception[] causes = (failure instanceof MailSendException sending) ? sending.getMessageExceptions()
				: new Exception[0];
		if (causes.length == 0) {
			return UNCERTAIN;
		}
		// The same exception for the connection and for the message: there was no
		// connection
		return causes[0].equals(failure.getCause()) ? TEMPORARY : ofReply(causes[0]);
	}

	private static MailFailure ofReply(Exception cause) {
		Exception next = cause;
		while (next != null) {
			int reply = reply(next) / HUNDRED;
			if (reply == TRANSIENT || reply == PERMANENT) {
				return (reply == TRANSIENT) ? TEMPORARY : REFUSED;
			}
			next = next(next);
		}
		return UNCERTAIN;
	}

	private static int reply(Exception one) {
		return (one instanceof SMTPSendFailedException sending) ? sending.getReturnCode()
				: (one instanceof SMTPAddressFailedException address) ? address.getReturnCode() : 0;
	}

	private static @Nullable Exception next(Exception one) {
		return (one instanceof MessagingException messaging) ? messaging.getNextException() : null;
	}

}
