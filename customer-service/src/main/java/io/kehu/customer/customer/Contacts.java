package io.kehu.customer.customer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

	/** The parameters of RFC 3966 that change where a call goes. */
	private static final Pattern PARAMETERS = Pattern.compile(";(?!ext=)", Pattern.CASE_INSENSITIVE);

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private Contacts() {
	}

	/**
	 * Returns the number in E.164 with its extension. A number that is not international,
	 * or that contains more than number and extension, is returned unchanged.
	 */
	static Dialled dialled(@Nullable String number, @Nullable String extension) {
		String given = (number != null) ? number : "";
		try {
			Phonenumber.PhoneNumber parsed = PHONES.parse(given, null);
			String own = (parsed.hasExtension() && !parsed.getExtension().isEmpty()) ? parsed.getExtension()
					: extension;
			boolean complete = !PARAMETERS.matcher(given).find() && (extension == null || extension.equals(own));
			return (complete && PHONES.isPossibleNumber(parsed))
					? new Dialled(PHONES.format(parsed, PhoneNumberFormat.E164), own) : new Dialled(given, extension);
		}
		catch (NumberParseException ex) {
			return new Dialled(given, extension);
		}
	}

	static boolean isInternationalNumber(String number) {
		return number.matches("\\+[1-9]\\d{4,14}");
	}

	static boolean isCountry(String code) {
		return COUNTRIES.contains(code);
	}

	/**
	 * A number as it is dialled.
	 */
	record Dialled(String number, @Nullable String extension) {
	}

}
