package io.kehu.platform.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * A report that an e-mail was not delivered (RFC 3464).
 *
 * @param messageId the identifier of the e-mail, without angle brackets
 * @param status the status, for example {@code 5.1.1}; empty if there is none
 */
public record Bounce(String messageId, String status) {

	private static final Pattern IDENTIFIER = Pattern.compile("<([^\\s<>]{1,250})>");

	private static final Pattern STATUS = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");

	/**
	 * Returns the report that a message contains; empty if it is none of a failed
	 * delivery, or does not name the e-mail.
	 * @throws MessagingException if it is not a valid message, or the connection has
	 * ended
	 */
	public static Optional<Bounce> of(MimeMessage message) throws MessagingException, IOException {
		if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
			return Optional.empty();
		}
		String status = null;
		String identifier = null;
		for (int i = 0; i < parts.getCount(); i++) {
			BodyPart part = parts.getBodyPart(i);
			if (part.isMimeType("message/delivery-status")) {
				status = failed(part);
			}
			else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
				identifier = identifier(part);
			}
		}
		return (status != null && identifier != null) ? Optional.of(new Bounce(identifier, status)) : Optional.empty();
	}

	/** Returns the status, or null if no delivery has failed. */
	private static @Nullable String failed(BodyPart part) throws MessagingException, IOException {
		try (InputStream content = part.getInputStream()) {
			// The first group is about the message, those after it are about its
			// recipients
			new InternetHeaders(content);
			InternetHeaders recipient = new InternetHeaders(content);
			String action = recipient.getHeader("Action", null);
			if (action == null || !action.strip().toLowerCase(Locale.ROOT).equals("failed")) {
				return null;
			}
			String status = recipient.getHeader("Status", null);
			Matcher matcher = STATUS.matcher((status != null) ? status : "");
			return matcher.find() ? matcher.group() : "";
		}
	}

	private static @Nullable String identifier(BodyPart part) throws MessagingException, IOException {
		try (InputStream content = part.getInputStream()) {
			String identifier = new InternetHeaders(content).getHeader("Message-ID", null);
			Matcher matcher = IDENTIFIER.matcher((identifier != null) ? identifier : "");
			return matcher.find() ? matcher.group(1) : null;
		}
	}

}
