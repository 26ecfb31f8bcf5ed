package io.kehu.customer.customer;

import java.util.Locale;
import java.util.Set;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/**
 * Recognises phone numbers and countries.
 */
final class Contacts {

	/** The format of the type of an e-mail address, phone or postal address. */
	static final String TYPE = "[a-z][a-z0-9_-]{0,29}";

	private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private Contacts() {
	}

	/**
	 * Returns the number in E.164, or unchanged if it is not an international number.
	 */
	static String internationalNumber(@Nullable String number) {
		if (number == null) {
			return "";
		}
		try {
			Phonenumber.PhoneNumber parsed = PHONES.parse(number, null);
			return PHONES.isPossibleNumber(parsed) ? PHONES.format(parsed, PhoneNumberFormat.E164) : number;
		}
		catch (NumberParseException ex) {
			return number;
		}
	}

	static boolean isInternationalNumber(String number) {
		return number.matches("\\+[1-9]\\d{4,14}");
	}

	static boolean isCountry(String code) {
		return COUNTRIES.contains(code);
	}

}
