package io.kehu.customer.campaign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import io.kehu.platform.mail.Bounce;
import io.kehu.platform.mail.MailFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

import static org.assertj.core.api.Assertions.assertThat;

class BounceTests {

	static final String REPORT = """
			From: MAILER-DAEMON@mail.example
			To: info@acme.example
			Subject: Undelivered
			Content-Type: multipart/report; report-type=delivery-status; boundary="b"

			--b
			Content-Type: text/plain

			Your e-mail could not be delivered.
			--b
			Content-Type: message/delivery-status

			Reporting-MTA: dns; mail.example

			Final-Recipient: rfc822; grace@mail.example
			Action: %s
			Status: %s

			--b
			Content-Type: %s

			Subject: Hello
			Message-ID: <%s>

			Text
			--b--
			""";

	private static Optional<Bounce> read(String text) throws MessagingException, IOException {
		return Bounce.of(new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void readsReports() throws MessagingException, IOException {
		assertThat(read(REPORT.formatted("failed", "5.1.1", "message/rfc822", "1@x")))
			.contains(new Bounce("1@x", "5.1.1"));
		assertThat(read(REPORT.formatted("Failed", "4.4.7 (gone)", "text/rfc822-headers", "1@x")))
			.contains(new Bounce("1@x", "4.4.7"));
		assertThat(read(REPORT.formatted("delayed", "4.4.7", "message/rfc822", "1@x"))).isEmpty();
		assertThat(read(REPORT.formatted("failed", "5.1.1", "text/plain", "1@x"))).isEmpty();
		assertThat(read("Subject: Hello\n\nText\n")).isEmpty();
	}

	@Test
	void knowsWhatWasCertainlyNotSent() throws MessagingException {
		MessagingException away = new MessagingException("Connection refused");
		assertThat(of(new MailSendException("Mail server connection failed", away, Map.of("m", away))))
			.isEqualTo(MailFailure.TEMPORARY);
		assertThat(of(new MailAuthenticationException("no"))).isEqualTo(MailFailure.TEMPORARY);
		assertThat(of(new MailPreparationException("no"))).isEqualTo(MailFailure.REFUSED);
		assertThat(of(new MailSendException(Map.of("m", refused(550))))).isEqualTo(MailFailure.REFUSED);
		assertThat(of(new MailSendException(Map.of("m", refused(451))))).isEqualTo(MailFailure.TEMPORARY);
		assertThat(of(new MailSendException(Map.of("m", new MessagingException("Connection reset")))))
			.isEqualTo(MailFailure.UNCERTAIN);
		assertThat(of(new MailSendException("Failed to close server connection", away)))
			.isEqualTo(MailFailure.UNCERTAIN);
	}

	private static MailFailure of(MailException ex) {
		return MailFailure.of(ex);
	}

	private static MessagingException refused(int reply) throws MessagingException {
		return new MessagingException("Invalid Addresses", new SMTPAddressFailedException(
				new InternetAddress("a@b.example"), "RCPT TO:<a@b.example>", reply, "no"));
	}

}
