package io.kehu.customer.customer;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.json.Texts;
import io.kehu.platform.personal.Mask;
import io.kehu.platform.personal.Personal;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address of a customer.
 *
 * @param address the address, at most 254 characters (RFC 5321)
 * @param type its purpose, for example {@code work}
 * @param primary whether to use it first
 * @param from the first day on which it is valid, absent if it is not limited
 * @param to the last day on which it is valid, absent if it is not limited
 */
@Validity
public record EmailAddress(
		@Personal(Mask.EMAIL) @NotBlank @Size(max = 254) @Email(regexp = EmailAddress.SHAPE) String address,
		@Nullable @Pattern(regexp = Contacts.TYPE) String type, boolean primary,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate to) implements Preferable, Validity.Limited {

	static final String SHAPE = "[^\\s@\"(),:;<>\\[\\\\\\]]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.[\\p{L}\\p{N}-]{2,}";

	public EmailAddress {
		address = Texts.visible(address);
	}

	/** Creates an address that is always valid. */
	public EmailAddress(String address, @Nullable String type, boolean primary) {
		this(address, type, primary, null, null);
	}

	/** Returns a copy that is not primary. */
	public EmailAddress secondary() {
		return new EmailAddress(this.address, this.type, false, this.from, this.to);
	}

}
