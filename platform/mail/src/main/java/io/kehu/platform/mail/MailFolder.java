package io.kehu.platform.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Writes e-mails into a folder, for systems without a mail server.
 */
class MailFolder implements Mailer {

	private static final Logger logger = LoggerFactory.getLogger(MailFolder.class);

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-")
		.withZone(ZoneOffset.UTC);

	private final JavaMailSenderImpl format = new JavaMailSenderImpl();

	private final Path folder;

	private final Messages messages;

	private final Clock clock;

	MailFolder(Path folder, Messages messages, Clock clock) {
		this.folder = folder;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public void send(Email email) {
		try {
			MimeMessage message = this.messages.create(this.format.getSession(), email);
			message.setSentDate(Date.from(this.clock.instant()));
			Files.createDirectories(this.folder);
			// Readable by the owner alone; whole when it gets its name
			Path file = Files.createTempFile(this.folder, NAME.format(this.clock.instant()), ".part");
			try (OutputStream output = Files.newOutputStream(file)) {
				message.writeTo(output);
			}
			Path whole = file.resolveSibling(file.getFileName().toString().replace(".part", ".eml"));
			Files.move(file, whole, StandardCopyOption.ATOMIC_MOVE);
			logger.info("E-mail written to {}", whole);
		}
		catch (IOException ex) {
			throw new MailSendException("The e-mail can't be written", ex);
		}
		catch (MessagingException ex) {
			throw new MailPreparationException(ex);
		}
	}

	@Override
	public MailParty sender() {
		return this.messages.sender();
	}

}
