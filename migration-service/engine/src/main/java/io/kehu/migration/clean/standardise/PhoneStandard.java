package io.kehu.migration.clean.standardise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers in E.164. Nothing is read that the text does not say: numbers in
 * scientific notation, with letters or extensions, and those that may begin with a
 * country code without its plus sign, are problems.
 *
 * @param region ISO 3166 code of the country that numbers without a country code belong
 * to
 */
public record PhoneStandard(String region) implements Standard {

	private static final int LONGEST = 60;

	/** A number with a country code has at least so many digits. */
	private static final int FEWEST_ABROAD = 10;

	private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]?\\d+");

	/** A number, also behind a word for it; no letters beside. */
	private static final Pattern WRITTEN = Pattern.compile(
			"(?i)(?:(?:tel|telefon|telephone|phone|fon|mobil|mobile|handy|cell|fax|m|t|p|f)[.:]* *|tel:)?([+(]?[\\d\\s()./\\-‐–]*\\d[\\d\\s()./\\-‐–]*)");

	private static final Pattern EXTENSION = Pattern.compile("(?i)\\d[ ,;]*(?:ext\\.?|x|dw|durchwahl|#)[ .:]*\\d+$");

	/** A whole number as spreadsheets write it. */
	private static final Pattern WHOLE = Pattern.compile("^(\\+?\\d{6,})\\.0+$");

	/** What a slash may follow, up to the area code; behind, it adds another number. */
	private static final Pattern AREA = Pattern
		.compile("(?:\\(?(?:\\+|00)[1-9]\\d{0,2}\\)?[ .-]*)?(?:\\(0\\)[ .-]*)?\\(?\\d{1,6}\\)? *");

	/** Only numbers with a country code can be read. */
	private static final String ANY_REGION = "ZZ";

	/**
	 * Check the region.
	 * @throws IllegalArgumentException when there is no such country
	 */
	public PhoneStandard {
		boolean known = region == null || region.equals(ANY_REGION)
				|| PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
		if (!known) {
			throw new IllegalArgumentException(
					"A region is a country's code such as DE, or %s for none, not %s".formatted(ANY_REGION, region));
		}
	}

	@Override
	public Outcome apply(String value) {
		String text = TextStandard.clean(value);
		if (text.length() > LONGEST) {
			return Outcome.problem("no phone number");
		}
		if (SCIENTIFIC.matcher(text).matches()) {
			return Outcome.problem("phone number in scientific notation, whose last digits may be lost");
		}
		Matcher written = WRITTEN.matcher(text);
		if (!written.matches()) {
			return Outcome
				.problem(EXTENSION.matcher(text).find() ? "phone number with an extension" : "no phone number");
		}
		String digits = WHOLE.matcher(written.group(1)).replaceFirst("$1");
		int slash = digits.lastIndexOf('/');
		if (slash >= 0 && !AREA.matcher(digits.substring(0, slash)).matches()) {
			return Outcome.problem("phone number with a slash, which may be several");
		}
		return read(digits);
	}

	private Outcome read(String text) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		PhoneNumber number = parsed(text, this.region);
		if (text.startsWith("+") || !wantsTrunk(text)) {
			return outcome(number);
		}
		PhoneNumber abroad = parsed("+" + text.replaceAll("\\D", ""), ANY_REGION);
		if (abroad == null || abroad.equals(number) || !numbers.isValidNumber(abroad)) {
			return outcome(number);
		}
		boolean own = this.region.equals(numbers.getRegionCodeForNumber(abroad));
		boolean possible = number != null && numbers.isValidNumber(number);
		if (own && (!possible || hasTrunk())) {
			return outcome(abroad);
		}
		return (possible || !own)
				? Outcome
					.problem("phone number that may begin with the country code %d".formatted(abroad.getCountryCode()))
				: outcome(abroad);
	}

	/** Whether a number may lack the sign before its country code. */
	private boolean wantsTrunk(String text) {
		return !text.startsWith("0") && !text.startsWith("(0") && text.replaceAll("\\D", "").length() >= FEWEST_ABROAD;
	}

	/** Whether the country's own numbers begin with a zero. */
	private boolean hasTrunk() {
		return "0".equals(PhoneNumberUtil.getInstance().getNddPrefixForRegion(this.region, true));
	}

	private static @Nullable PhoneNumber parsed(String text, String region) {
		try {
			return PhoneNumberUtil.getInstance().parse(text, region);
		}
		catch (NumberParseException ex) {
			return null;
		}
	}

	private static Outcome outcome(@Nullable PhoneNumber number) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		if (number == null) {
			return Outcome.problem("no phone number");
		}
		return numbers.isValidNumber(number) ? Outcome.of(numbers.format(number, PhoneNumberFormat.E164))
				: Outcome.problem("phone number that cannot be");
	}

}
