package io.kehu.customer.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number of a customer.
 *
 * @param number the number in E.164; spaces and other signs are taken out on the way in
 * @param type what it is for, for example {@code mobile}
 * @param primary whether it is the one to use first
 */
record PhoneNumber(@NotBlank @InternationalPhone String number, @Nullable @Pattern(regexp = Contacts.TYPE) String type,
		boolean primary) {

	PhoneNumber {
		number = Contacts.internationalNumber(number);
	}

}
