package io.kehu.platform.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Creates MIME messages.
 */
final class Messages {

	private final InternetAddress from;

	Messages(InternetAddress from) {
		this.from = from;
	}

	MailParty sender() {
		return new MailParty(this.from.getAddress(), this.from.getPersonal());
	}

	/** Returns a complete message, whose identifier does not change any more. */
	MimeMessage create(Session session, Email email) throws MessagingException {
		MailThread thread = email.thread();
		MimeMessage message = new MimeMessage(session) {

			@Override
			protected void updateMessageID() throws MessagingException {
				if (thread != null) {
					setHeader("Message-ID", "<" + thread.messageId() + ">");
				}
				else {
					super.updateMessageID();
				}
			}

		};
		fill(message, email);
		message.saveChanges();
		return message;
	}

	private void fill(MimeMessage message, Email email) throws MessagingException {
		String html = email.html();
		MimeMessageHelper content = new MimeMessageHelper(message,
				(html != null) ? MimeMessageHelper.MULTIPART_MODE_RELATED : MimeMessageHelper.MULTIPART_MODE_NO,
				StandardCharsets.UTF_8.name());
		content.setFrom(this.from);
		content.setTo(addresses(email.to()));
		content.setCc(addresses(email.cc()));
		content.setSubject(email.subject());
		if (html != null) {
			content.setText(email.text(), html);
		}
		else {
			content.setText(email.text());
		}
		for (Map.Entry<String, String> header : email.headers().entrySet()) {
			message.setHeader(header.getKey(), header.getValue());
		}
		if (email.automatic()) {
			message.setHeader("Auto-Submitted", "auto-generated");
		}
		MailThread thread = email.thread();
		if (thread != null && !thread.references().isEmpty()) {
			List<String> references = thread.references();
			message.setHeader("In-Reply-To", "<" + references.get(references.size() - 1) + ">");
			message.setHeader("References",
					references.stream().map((id) -> "<" + id + ">").collect(Collectors.joining("\r\n ")));
		}
	}

	private static InternetAddress[] addresses(List<MailParty> parties) throws MessagingException {
		InternetAddress[] addresses = new InternetAddress[parties.size()];
		for (int i = 0; i < addresses.length; i++) {
			addresses[i] = new InternetAddress(parties.get(i).address(), true);
			try {
				addresses[i].setPersonal(parties.get(i).name(), StandardCharsets.UTF_8.name());
			}
			catch (UnsupportedEncodingException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return addresses;
	}

}
