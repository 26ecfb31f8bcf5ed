package io.kehu.customer.activity;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.platform.mail.Bounce;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Reads MIME messages. Whatever they contain, the outcome is valid as an activity:
 * addresses that are none are left out, and texts are shortened and cleaned. Attachments
 * stay in the mailbox.
 */
final class MimeReading {

	private static final Pattern IDENTIFIER = Pattern.compile("<(" + EmailDetails.MESSAGE_ID + ")>");

	private static final Pattern ADDRESS = Pattern.compile(Correspondent.ADDRESS);

	private static final Pattern MARKUP = Pattern.compile("(?is)<(style|script|head)\\b.*?</\\1>|<[^>]*>");

	private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/div|/tr|/h[1-6]|/li)\\b[^>]*>");

	private static final int MOST_PARTIES = 100;

	private static final int LONGEST_ADDRESS = 254;

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_SUBJECT = 500;

	private static final int LONGEST_TEXT = 100_000;

	private static final int DEEPEST = 20;

	private MimeReading() {
	}

	/**
	 * Reads a message.
	 * @param otherwise the identifier of a message without one
	 * @throws MessagingException if it is not a valid message, or the connection has
	 * ended
	 */
	static IncomingEmail read(MimeMessage message, String otherwise, Instant now)
			throws MessagingException, IOException {
		List<Correspondent> from = correspondents(message, "From");
		List<Correspondent> to = correspondents(message, "To");
		List<String> own = identifiers(message.getHeader("Message-ID"));
		EmailDetails email = new EmailDetails(from.isEmpty() ? null : from.get(0), to, correspondents(message, "Cc"),
				own.isEmpty() ? otherwise : own.get(0), references(message));
		Instant sent = sentAt(message);
		String subject = cleaned(Objects.requireNonNullElse(message.getSubject(), ""), LONGEST_SUBJECT).strip();
		String text = text(message, 0);
		return new IncomingEmail(email, subject.isEmpty() ? "(no subject)" : subject,
				(text != null) ? cleaned(text, LONGEST_TEXT) : null,
				(sent != null && sent.isAfter(Instant.EPOCH) && sent.isBefore(now)) ? sent : now,
				Bounce.of(message).orElse(null));
	}

	private static @Nullable Instant sentAt(MimeMessage message) throws MessagingException {
		Date sent = message.getSentDate();
		return (sent != null) ? sent.toInstant() : null;
	}

	private static List<Correspondent> correspondents(MimeMessage message, String header) throws MessagingException {
		List<Correspondent> found = new ArrayList<>();
		for (Address address : addresses(message, header)) {
			if (address instanceof InternetAddress internet && internet.getAddress() != null
					&& internet.getAddress().length() <= LONGEST_ADDRESS
					&& ADDRESS.matcher(internet.getAddress()).matches() && found.size() < MOST_PARTIES) {
				String name = internet.getPersonal();
				found
					.add(new Correspondent(internet.getAddress(), (name != null) ? cleaned(name, LONGEST_NAME) : null));
			}
		}
		return found;
	}

	private static Address[] addresses(MimeMessage message, String header) throws MessagingException {
		String value = message.getHeader(header, ",");
		try {
			return (value != null) ? InternetAddress.parseHeader(value, false) : new Address[0];
		}
		catch (AddressException ex) {
			return new Address[0];
		}
	}

	private static List<String> references(MimeMessage message) throws MessagingException {
		Set<String> references = new LinkedHashSet<>(identifiers(message.getHeader("References")));
		references.addAll(identifiers(message.getHeader("In-Reply-To")));
		List<String> all = List.copyOf(references);
		return all.subList(Math.max(0, all.size() - MOST_PARTIES), all.size());
	}

	private static List<String> identifiers(String @Nullable [] values) {
		List<String> identifiers = new ArrayList<>();
		for (String value : (values != null) ? Arrays.asList(values) : List.<String>of()) {
			Matcher matcher = IDENTIFIER.matcher(value);
			while (matcher.find()) {
				identifiers.add(cleaned(matcher.group(1), LONGEST_ADDRESS));
			}
		}
		return identifiers;
	}

	/** Returns the text of a part, preferring plain text; null if it has none. */
	private static @Nullable String text(Part part, int depth) throws MessagingException, IOException {
		if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			return null;
		}
		if (part.isMimeType("text/plain")) {
			return Objects.toString(part.getContent());
		}
		if (part.isMimeType("text/html")) {
			return plain(Objects.toString(part.getContent()));
		}
		return (part.getContent() instanceof Multipart several) ? text(several, part, depth) : null;
	}

	private static @Nullable String text(Multipart parts, Part whole, int depth)
			throws MessagingException, IOException {
		String found = null;
		for (int i = 0; i < parts.getCount(); i++) {
			Part part = parts.getBodyPart(i);
			boolean better = found == null
					|| (whole.isMimeType("multipart/alternative") && part.isMimeType("text/plain"));
			String text = better ? text(part, depth + 1) : null;
			found = (text != null) ? text : found;
		}
		return found;
	}

	private static String plain(String html) {
		String lines = BREAK.matcher(html.replaceAll("\\s+", " ")).replaceAll("\n");
		return HtmlUtils.htmlUnescape(MARKUP.matcher(lines).replaceAll("")).strip();
	}

	/** Returns a text without control characters and lone surrogates, shortened. */
	static String cleaned(String text, int most) {
		StringBuilder clean = new StringBuilder();
		text.codePoints().filter(MimeReading::isClean).forEach((point) -> {
			if (clean.length() + Character.charCount(point) <= most) {
				clean.appendCodePoint(point);
			}
		});
		return clean.toString();
	}

	private static boolean isClean(int point) {
		boolean space = point == '\t' || point == '\n' || point == '\r';
		return space || (Character.getType(point) != Character.SURROGATE && !Character.isISOControl(point));
	}

}
