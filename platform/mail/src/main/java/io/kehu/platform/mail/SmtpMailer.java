package io.kehu.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sends e-mails over SMTP.
 */
class SmtpMailer implements Mailer {

	private final JavaMailSender sender;

	private final Messages messages;

	SmtpMailer(JavaMailSender sender, Messages messages) {
		this.sender = sender;
		this.messages = messages;
	}

	@Override
	public void send(Email email) {
		try {
			this.sender.send(this.messages.create(session(), email));
		}
		catch (MessagingException ex) {
			throw new MailPreparationException(ex);
		}
	}

	private Session session() {
		return (this.sender instanceof JavaMailSenderImpl configured) ? configured.getSession()
				: this.sender.createMimeMessage().getSession();
	}

	@Override
	public MailParty sender() {
		return this.messages.sender();
	}

}
