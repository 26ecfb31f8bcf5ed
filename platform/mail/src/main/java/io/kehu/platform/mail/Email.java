package io.kehu.platform.mail;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail.
 *
 * @param to the recipients
 * @param cc the recipients of copies
 * @param text the plain text body
 * @param thread its identifier and those that it refers to, or null to generate one
 * @param automatic whether no person wrote it, so that nothing answers automatically
 * @param html the same as HTML, or null
 * @param headers further headers
 */
public record Email(List<MailParty> to, List<MailParty> cc, String subject, String text, @Nullable MailThread thread,
		boolean automatic, @Nullable String html, Map<String, String> headers) {

	/** Creates an e-mail in plain text. */
	public Email(List<MailParty> to, List<MailParty> cc, String subject, String text, @Nullable MailThread thread,
			boolean automatic) {
		this(to, cc, subject, text, thread, automatic, null, Map.of());
	}

	/** Returns an e-mail to one recipient that no person wrote. */
	public static Email automatic(String to, String subject, String text) {
		return new Email(List.of(new MailParty(to, null)), List.of(), subject, text, null, true);
	}

	@Override
	public String toString() {
		return "Email[subject=%s]".formatted(this.subject);
	}

}
