package io.kehu.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * The sender or a recipient of an e-mail.
 *
 * @param name the name to show, or null
 */
public record MailParty(String address, @Nullable String name) {

	@Override
	public String toString() {
		return "MailParty";
	}

}
