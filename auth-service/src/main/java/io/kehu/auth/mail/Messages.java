package io.kehu.auth.mail;

import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Writes letters in the form that mail has.
 */
final class Messages {

	private Messages() {
	}

	static void fill(MimeMessage message, Letter letter, String from) throws MessagingException {
		MimeMessageHelper content = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
		content.setFrom(new InternetAddress(from, true));
		content.setTo(new InternetAddress(letter.to(), true));
		content.setSubject(letter.subject());
		content.setText(letter.text());
		message.setHeader("Auto-Submitted", "auto-generated");
	}

}
