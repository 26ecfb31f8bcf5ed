package io.kehu.auth.mail;

import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends letters over SMTP.
 */
class SmtpMailer implements Mailer {

	private final JavaMailSender sender;

	private final String from;

	SmtpMailer(JavaMailSender sender, String from) {
		this.sender = sender;
		this.from = from;
	}

	@Override
	public void send(Letter letter) {
		this.sender.send((message) -> Messages.fill(message, letter, this.from));
	}

}
