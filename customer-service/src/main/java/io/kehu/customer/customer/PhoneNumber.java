package io.kehu.customer.customer;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param from the first day on which it is valid, absent if it is not limited
 * @param to the last day on which it is valid, absent if it is not limited
 */
@Validity
public record PhoneNumber(@Personal(Mask.NUMBER) @NotBlank @InternationalPhone String number,
		@Nullable @Pattern(regexp = "[0-9]{1,15}") String extension,
		@Nullable @Pattern(regexp = Contacts.TYPE) String type, boolean primary,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate to) implements Preferable, Validity.Limited {

	public PhoneNumber {
		Contacts.Dialled dialled = Contacts.dialled(Texts.visible(number), Texts.orNull(extension));
		number = dialled.number();
		extension = dialled.extension();
	}

	/** Creates a number that is always valid. */
	public PhoneNumber(String number, @Nullable String extension, @Nullable String type, boolean primary) {
		this(number, extension, type, primary, null, null);
	}

	/** Returns a copy that is not primary. */
	public PhoneNumber secondary() {
		return new PhoneNumber(this.number, this.extension, this.type, false, this.from, this.to);
	}

	/**
	 * Returns a number in the form in which numbers are stored: in E.164 without spaces
	 * if it is international.
	 */
	public static String normalized(String number) {
		return Contacts.dialled(Texts.visible(number), null).number();
	}

}
