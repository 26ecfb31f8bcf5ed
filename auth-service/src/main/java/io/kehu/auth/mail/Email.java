package io.kehu.auth.mail;

/**
 * An e-mail to one recipient.
 *
 * @param to the recipient's address
 * @param text the plain text body
 */
public record Email(String to, String subject, String text) {

	@Override
	public String toString() {
		return "Email[subject=%s]".formatted(this.subject);
	}

}
