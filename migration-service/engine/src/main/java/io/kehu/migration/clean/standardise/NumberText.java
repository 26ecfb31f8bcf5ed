package io.kehu.migration.clean.standardise;

import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A number as it is written, without its sign and its currency.
 *
 * @param negative whether a sign, or brackets, make it negative
 * @param digits digits, points and commas; groups apart by a blank or an apostrophe
 * joined
 * @param exponent the power of ten of the scientific notation, null when there is none
 * @param told the decimal mark that a dash in the place of the decimals shows, or a blank
 */
record NumberText(boolean negative, String digits, @Nullable Integer exponent, char told) {

	private static final String CURRENCY = "(?:(?:US|A|C|R|NT|HK)?\\p{Sc}|[Kk]r\\.?|S?[Ff]r\\.|Rs\\.?|zł|Kč|Ft|lei|руб\\.?)";

	private static final String CODE = "(?:([A-Z]{3})|" + CURRENCY + ")?";

	private static final Pattern WRITTEN = Pattern.compile("([+-])? ?" + CODE + " ?([+-])? ?"
			+ "(\\d(?:[\\d.,'’ ]*\\d)?(?:[.,](?!-))?|[.,]\\d+)(?:[eE]([+-]?\\d{1,3}))?" + "(?:([.,:])-{1,2})? ?" + CODE
			+ " ?(-)?");

	/** A number without decimals, in groups or not. */
	private static final Pattern WHOLE = Pattern
		.compile("\\d+|\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?:,\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3}");

	/** Codes in use beside those of ISO 4217. */
	private static final Set<String> USUAL_CODES = Set.of("RMB", "NTD", "CNH");

	/** Codes of no currency, and those that rather mean kilograms and hours. */
	private static final Set<String> OTHER_CODES = Set.of("XXX", "XTS", "KGS", "STD");

	private static final Set<String> CODES = codes();

	private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:['’ ]\\d{3})+(?:[.,]\\d*)?");

	/** Also in groups of two before the last three, as in India. */
	private static final Pattern POINTS = Pattern
		.compile("(?:\\d*|\\d{1,3}(?:,\\d{3})+|\\d{1,2}(?:,\\d{2})*,\\d{3})(?:\\.\\d*)?");

	private static final Pattern COMMAS = Pattern.compile("(?:\\d*|\\d{1,3}(?:\\.\\d{3})+)(?:,\\d*)?");

	private static Set<String> codes() {
		Set<String> codes = new HashSet<>(USUAL_CODES);
		Currency.getAvailableCurrencies().forEach((currency) -> codes.add(currency.getCurrencyCode()));
		codes.removeAll(OTHER_CODES);
		return codes;
	}

	/**
	 * Reads a text.
	 * @param text a text with single blanks, at most 60 characters
	 * @return the number as it is written, or null when it is none
	 */
	static @Nullable NumberText of(String text) {
		if (plain(text)) {
			boolean negative = text.charAt(0) == '-';
			return new NumberText(negative, negative ? text.substring(1) : text, null, ' ');
		}
		String dashed = text.replace('−', '-').replace('–', '-').replace('—', '-');
		boolean bracketed = dashed.startsWith("(") && dashed.endsWith(")");
		Matcher matcher = WRITTEN.matcher(bracketed ? dashed.substring(1, dashed.length() - 1).strip() : dashed);
		if (!matcher.matches() || !isCurrency(matcher.group(2)) || !isCurrency(matcher.group(7))) {
			return null;
		}
		String digits = matcher.group(4);
		boolean apart = digits.indexOf(' ') >= 0 || digits.indexOf('\'') >= 0 || digits.indexOf('’') >= 0;
		if (apart && !GROUPED.matcher(digits).matches()) {
			return null;
		}
		int signs = (matcher.group(1) != null ? 1 : 0) + (matcher.group(3) != null ? 1 : 0)
				+ (matcher.group(8) != null ? 1 : 0) + (bracketed ? 1 : 0);
		if (signs > 1) {
			return null;
		}
		boolean negative = bracketed || "-".equals(matcher.group(1)) || "-".equals(matcher.group(3))
				|| matcher.group(8) != null;
		Integer exponent = (matcher.group(5) != null) ? Integer.valueOf(matcher.group(5)) : null;
		String joined = digits.replaceAll("['’ ]", "");
		return (matcher.group(6) != null) ? whole(negative, joined, exponent, matcher.group(6).charAt(0))
				: new NumberText(negative, joined, exponent, ' ');
	}

	/**
	 * Returns a number with a dash in the place of its decimals, in which points and
	 * commas stand between groups, or null when they do not.
	 */
	private static @Nullable NumberText whole(boolean negative, String digits, @Nullable Integer exponent, char mark) {
		if (exponent != null || !WHOLE.matcher(digits).matches()) {
			return null;
		}
		boolean tells = mark != ':' && digits.indexOf(mark) < 0;
		return new NumberText(negative, digits.replaceAll("[.,]", ""), null, tells ? mark : ' ');
	}

	private static boolean isCurrency(@Nullable String code) {
		return code == null || CODES.contains(code);
	}

	private static boolean plain(String text) {
		boolean digit = false;
		for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			if (symbol != '.' && symbol != ',' && (symbol < '0' || symbol > '9')) {
				return false;
			}
			digit |= symbol >= '0' && symbol <= '9';
		}
		return digit;
	}

	/**
	 * Whether the point or comma of the number may stand before decimals or thousands.
	 */
	boolean isOpen() {
		boolean marked = this.digits.indexOf(',') >= 0 || this.digits.indexOf('.') >= 0;
		return mark() == ' ' && marked && !this.digits.endsWith(".") && !this.digits.endsWith(",");
	}

	/** How many digits stand behind the decimal mark that the number shows. */
	int decimals() {
		int mark = this.digits.lastIndexOf(mark());
		return (mark < 0) ? 0 : this.digits.length() - mark - 1;
	}

	/** Whether the digits are grouped as they are with a decimal mark. */
	boolean suits(char decimal) {
		return ((decimal == '.') ? POINTS : COMMAS).matcher(this.digits).matches();
	}

	/** The decimal mark that the number shows beyond doubt, or a blank. */
	char mark() {
		if (this.told != ' ') {
			return this.told;
		}
		int point = this.digits.indexOf('.');
		int comma = this.digits.indexOf(',');
		if (point < 0 && comma < 0) {
			return ' ';
		}
		if (point >= 0 && comma >= 0) {
			return (this.digits.lastIndexOf('.') > this.digits.lastIndexOf(',')) ? '.' : ',';
		}
		char mark = (point >= 0) ? '.' : ',';
		int first = Math.max(point, comma);
		if (this.digits.indexOf(mark, first + 1) >= 0) {
			return (mark == '.') ? ',' : '.';
		}
		int behind = this.digits.length() - first - 1;
		boolean group = behind == 3 && first >= 1 && first <= 3 && this.digits.charAt(0) != '0'
				&& this.exponent == null;
		return (group || behind == 0) ? ' ' : mark;
	}

}
