package io.kehu.auth.mail;

/**
 * A letter to one person.
 *
 * @param to their e-mail address
 * @param text the body, plain text
 */
public record Letter(String to, String subject, String text) {

	@Override
	public String toString() {
		return "Letter[subject=%s]".formatted(this.subject);
	}

}
