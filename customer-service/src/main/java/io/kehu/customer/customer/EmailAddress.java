package io.kehu.customer.customer;

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
 */
public record EmailAddress(
		@Personal(Mask.EMAIL) @NotBlank @Size(max = 254) @Email(regexp = EmailAddress.SHAPE) String address,
		@Nullable @Pattern(regexp = Contacts.TYPE) String type, boolean primary) implements Preferable {

	static final String SHAPE = "[^\\s@\"(),:;<>\\[\\\\\\]]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.[\\p{L}\\p{N}-]{2,}";

	public EmailAddress {
		address = Texts.visible(address);
	}

}
