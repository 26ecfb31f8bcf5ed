package io.kehu.customer.customer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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

	/**
	 * Digits of any script, the plus sign, and what is written between digits: invisible
	 * characters, blanks, dashes, dots, slashes and brackets.
	 */
	private static final Pattern DIGITS = Pattern.compile(
			"(?i:tel:)?[+\\uff0b\\p{Nd}\\p{Cf}\\p{Zs}\\t\\p{Pd}\\u2212" + ".\\uff0e/\\uff0f()\\uff08\\uff09\\[\\]]+");

	/** An extension, as it is written after a number. */
	private static final Pattern EXTENSION = Pattern.compile(
			"[,;]?\\s*(;ext=|e?xt(ensi(on|\u00f3n|o\u0301n))?|extn|x|\u00d7|#|int|anexo|\u0434\u043e\u0431|,{1,2}|;)"
					+ "[:.]?[\\s-]*\\p{Nd}{1,15}#?",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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
			boolean complete = isWhole(given, parsed) && (extension == null || extension.equals(own));
			return (complete && PHONES.isPossibleNumber(parsed))
					? new Dialled(PHONES.format(parsed, PhoneNumberFormat.E164), own) : new Dialled(given, extension);
		}
		catch (NumberParseException ex) {
			return new Dialled(given, extension);
		}
	}

	/**
	 * Returns whether a text is this number, with or without an extension, and nothing
	 * else. The parser skips other text, or takes letters for the digits on their keys.
	 */
	private static boolean isWhole(String text, Phonenumber.PhoneNumber parsed) throws NumberParseException {
		Matcher digits = DIGITS.matcher(text);
		if (!digits.lookingAt()) {
			return false;
		}
		if (digits.end() == text.length()) {
			return true;
		}
		return parsed.hasExtension() && EXTENSION.matcher(text).region(digits.end(), text.length()).matches()
				&& PHONES.parse(digits.group(), null).getNationalNumber() == parsed.getNationalNumber();
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
