package io.kehu.customer.customer;

import io.kehu.platform.json.Texts;
import io.kehu.platform.personal.Mask;
import io.kehu.platform.personal.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of a customer.
 *
 * @param number the number in E.164; punctuation is removed when it is read
 * @param extension the digits to dial after the number, or null; also read from a number
 * that ends with an extension, such as {@code +49 30 12345 ext. 6}
 * @param type its purpose, for example {@code mobile}
 * @param primary whether to use it first
 */
public record PhoneNumber(@Personal(Mask.NUMBER) @NotBlank @InternationalPhone String number,
		@Nullable @Pattern(regexp = "[0-9]{1,15}") String extension,
		@Nullable @Pattern(regexp = Contacts.TYPE) String type, boolean primary) implements Preferable {

	public PhoneNumber {
		Contacts.Dialled dialled = Contacts.dialled(Texts.visible(number), Texts.orNull(extension));
		number = dialled.number();
		extension = dialled.extension();
	}

	/**
	 * Returns a number in the form in which numbers are stored: in E.164 without spaces
	 * if it is international.
	 */
	public static String normalized(String number) {
		return Contacts.dialled(Texts.visible(number), null).number();
	}

}
