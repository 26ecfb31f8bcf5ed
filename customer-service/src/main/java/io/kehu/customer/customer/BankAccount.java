package io.kehu.customer.customer;

import java.math.BigInteger;
import java.util.Locale;

import io.kehu.platform.json.Texts;
import io.kehu.platform.personal.Mask;
import io.kehu.platform.personal.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A bank account of a customer.
 *
 * @param accountNumber the IBAN (ISO 13616), without spaces, or a national number. It is
 * stored encrypted, found by its exact value only, and not part of events.
 * @param bic the BIC of the bank (ISO 9362), or null
 * @param holder the name of the holder if it is not the customer, or null
 * @param type its purpose, for example {@code refunds}
 */
public record BankAccount(
		@Personal(value = Mask.NUMBER, sealed = true) @NotBlank @Pattern(
				regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{3,49}|" + Mask.NUMBER_SHAPE) String accountNumber,
		@Nullable @Pattern(regexp = "[A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?") String bic,
		@Nullable @Size(max = 200) String holder, @Nullable @Pattern(regexp = Contacts.TYPE) String type) {

	private static final String IBAN = "[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}";

	public BankAccount {
		// Sealed texts pass through here, too, and depend on the case of letters
		accountNumber = (accountNumber != null) ? accountNumber.replaceAll("\\s", "") : accountNumber;
		bic = (bic != null) ? bic.strip().toUpperCase(Locale.ROOT) : null;
		holder = Texts.orNull(holder);
	}

	/** Returns whether the check digits of an IBAN are right; true for other numbers. */
	boolean consistent() {
		String number = this.accountNumber.toUpperCase(Locale.ROOT);
		if (!number.matches(IBAN)) {
			return true;
		}
		StringBuilder digits = new StringBuilder();
		(number.substring(4) + number.substring(0, 4)).chars()
			.forEach((letter) -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
		return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
	}

}
