package io.kehu.customer.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.kehu.platform.mail.Bounce;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that was taken from a mailbox.
 *
 * @param email its sender, recipients and identifiers
 * @param sentAt when it was sent, as it says itself
 * @param bounce the report that it contains, or null
 */
record IncomingEmail(EmailDetails email, String subject, @Nullable String text, Instant sentAt,
		@Nullable Bounce bounce) {

	/** Returns the addresses of the sender and all recipients, in lower case. */
	Set<String> addresses() {
		List<Correspondent> all = new ArrayList<>(this.email.to());
		all.addAll(this.email.cc());
		Set<String> addresses = new TreeSet<>();
		all.forEach((one) -> addresses.add(one.address().toLowerCase(Locale.ROOT)));
		String sender = sender();
		if (sender != null) {
			addresses.add(sender);
		}
		return addresses;
	}

	/** Returns the address of the sender in lower case, or null. */
	@Nullable String sender() {
		return (this.email.from() != null) ? this.email.from().address().toLowerCase(Locale.ROOT) : null;
	}

}
