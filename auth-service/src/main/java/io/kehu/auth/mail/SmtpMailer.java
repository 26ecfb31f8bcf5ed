package io.kehu.auth.mail;

import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends e-mails over SMTP.
 */
class SmtpMailer implements Mailer {

	private final JavaMailSender sender;

	private final String from;

	SmtpMailer(JavaMailSender sender, String from) {
		this.sender = sender;
		this.from = from;
	}

	@Override
	public void send(Email email) {
		this.sender.send((message) -> Messages.fill(message, email, this.from));
	}

}
