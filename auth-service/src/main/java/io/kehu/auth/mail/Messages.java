package io.kehu.auth.mail;

import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Fills MIME messages.
 */
final class Messages {

	private Messages() {
	}

	static void fill(MimeMessage message, Email email, String from) throws MessagingException {
		MimeMessageHelper content = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
		content.setFrom(new InternetAddress(from, true));
		content.setTo(new InternetAddress(email.to(), true));
		content.setSubject(email.subject());
		content.setText(email.text());
		message.setHeader("Auto-Submitted", "auto-generated");
	}

}
