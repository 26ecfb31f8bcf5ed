package io.kehu.customer.activity;

import java.util.List;
import java.util.Objects;

import io.kehu.platform.mail.Email;
import io.kehu.platform.mail.MailThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an activity that is an e-mail has besides its subject and its text.
 *
 * @param from the sender, or null in a draft
 * @param messageId the identifier of the e-mail (RFC 5322), without angle brackets, or
 * null in a draft
 * @param references the identifiers of the e-mails that it replies to, oldest first
 */
record EmailDetails(@Nullable @Valid Correspondent from, @Size(max = 100) List<@NotNull @Valid Correspondent> to,
		@Size(max = 100) List<@NotNull @Valid Correspondent> cc,
		@Nullable @Pattern(regexp = EmailDetails.MESSAGE_ID) String messageId,
		@Size(max = 100) List<@NotNull @Pattern(regexp = EmailDetails.MESSAGE_ID) String> references) {

	static final String MESSAGE_ID = "[^\\s<>]{1,250}";

	EmailDetails {
		to = (to != null) ? to : List.of();
		cc = (cc != null) ? cc : List.of();
		references = (references != null) ? references : List.of();
	}

	/** Returns the e-mail to deliver, which has an identifier. */
	Email toEmail(String subject, String text) {
		return new Email(Correspondent.parties(this.to), Correspondent.parties(this.cc), subject, text,
				new MailThread(Objects.requireNonNull(this.messageId), this.references), false);
	}

	/** Returns a copy with the sender and the identifier that it is sent with. */
	EmailDetails sentBy(Correspondent sender, String id) {
		return new EmailDetails(sender, this.to, this.cc, id, this.references);
	}

}
