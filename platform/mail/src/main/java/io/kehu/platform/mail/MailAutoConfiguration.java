package io.kehu.platform.mail;

import java.time.Clock;
import java.util.List;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Auto-configuration for the delivery of e-mails.
 */
@AutoConfiguration(after = MailSenderAutoConfiguration.class)
@EnableConfigurationProperties(MailProperties.class)
public class MailAutoConfiguration {

	/**
	 * Milliseconds; without them, a server that does not answer is waited for forever.
	 */
	private static final String TIMEOUT = "20000";

	@Bean
	Mailer mailer(ObjectProvider<JavaMailSender> smtp, MailProperties properties, Clock clock) {
		JavaMailSender sender = smtp.getIfAvailable();
		if (sender instanceof JavaMailSenderImpl configured) {
			for (String name : List.of("connectiontimeout", "timeout", "writetimeout")) {
				configured.getJavaMailProperties().putIfAbsent("mail.smtp." + name, TIMEOUT);
			}
		}
		Messages messages = new Messages(sender(properties.from()));
		return (sender != null) ? new SmtpMailer(sender, messages)
				: new MailFolder(properties.folderOrDefault(), messages, clock);
	}

	private static InternetAddress sender(String from) {
		try {
			return new InternetAddress(from, true);
		}
		catch (AddressException ex) {
			throw new IllegalStateException(
					"kehu.mail.from must be an e-mail address, such as Acme <info@acme.example>", ex);
		}
	}

}
