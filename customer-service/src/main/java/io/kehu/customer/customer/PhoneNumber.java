package io.kehu.customer.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number of a customer.
 *
 * @param number the number in E.164; punctuation is removed when it is read
 * @param type its purpose, for example {@code mobile}
 * @param primary whether to use it first
 */
public record PhoneNumber(@NotBlank @InternationalPhone String number,
		@Nullable @Pattern(regexp = Contacts.TYPE) String type, boolean primary) {

	public PhoneNumber {
		number = Contacts.internationalNumber(number);
	}

}
