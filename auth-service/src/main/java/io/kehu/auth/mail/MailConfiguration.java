package io.kehu.auth.mail;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Configures the delivery of e-mails.
 */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

	@Bean
	Mailer mailer(ObjectProvider<JavaMailSender> smtp, MailProperties properties, Clock clock) {
		JavaMailSender sender = smtp.getIfAvailable();
		return (sender != null) ? new SmtpMailer(sender, properties.from())
				: new MailFolder(properties.folderOrDefault(), properties.from(), clock);
	}

}
