package io.kehu.migration.clean.standardise;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.kehu.migration.table.Column;

/**
 * Numbers with a decimal point and nothing else. The meaning of "1.234" is inferred from
 * the unambiguous numbers of the column; without any, such a number is a problem if it
 * contains a comma, and a decimal number if it contains a point.
 *
 * @param mark what stands before the decimals
 * @param whole whether a fraction of nothing but zeros is left out, as in keys that a
 * spreadsheet has made "12345.0"
 */
public record NumberStandard(DecimalMark mark, boolean whole) implements Standard {

	private static final Pattern AROUND = Pattern.compile("^(?:[A-Z]{3}|\\p{Sc})|(?:[A-Z]{3}|\\p{Sc}|,-)$");

	private static final Pattern SIGNS = Pattern.compile("^[(+-]+|[)-]+$");

	private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,])\\d{3})+(?:([.,])\\d*)?");

	private static final Pattern SINGLE = Pattern.compile("\\d{1,3}([.,])\\d{3}");

	private static final Pattern PLAIN = Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

	private static final Pattern NO_FRACTION = Pattern.compile("\\.0+$");

	private static final int LONGEST = 60;

	/** By evidence. */
	public static NumberStandard standard() {
		return new NumberStandard(DecimalMark.BY_EVIDENCE, false);
	}

	@Override
	public boolean learns() {
		return this.mark == DecimalMark.BY_EVIDENCE;
	}

	@Override
	public Standard learn(Column column) {
		if (this.mark != DecimalMark.BY_EVIDENCE) {
			return this;
		}
		int[] frequencies = column.frequencies();
		long points = 0;
		long commas = 0;
		for (int code = 0; code < column.distinct(); code++) {
			char mark = evidence(digits(column.text(code)));
			points += (mark == '.') ? frequencies[code] : 0;
			commas += (mark == ',') ? frequencies[code] : 0;
		}
		if (points == commas) {
			return this;
		}
		return new NumberStandard((points > commas) ? DecimalMark.POINT : DecimalMark.COMMA, this.whole);
	}

	/** The decimal mark that a number shows beyond doubt, or a blank. */
	private static char evidence(String digits) {
		int mark = Math.max(digits.indexOf(','), digits.indexOf('.'));
		if (mark < 0) {
			return ' ';
		}
		if (decimals(digits)) {
			return digits.charAt(mark);
		}
		Matcher grouped = GROUPED.matcher(digits);
		if (!grouped.matches() || SINGLE.matcher(digits).matches()) {
			return ' ';
		}
		return (grouped.group(1).charAt(0) == ',') ? '.' : ',';
	}

	/** Whether there is one mark, with other than three digits behind it. */
	private static boolean decimals(String digits) {
		int mark = -1;
		for (int i = 0; i < digits.length(); i++) {
			char symbol = digits.charAt(i);
			if ((symbol == ',' || symbol == '.') && mark < 0) {
				mark = i;
			}
			else if (symbol < '0' || symbol > '9') {
				return false;
			}
		}
		int behind = digits.length() - mark - 1;
		return mark >= 0 && behind > 0 && behind != 3;
	}

	@Override
	public Outcome apply(String value) {
		if (value.length() > LONGEST) {
			return Outcome.problem("no number");
		}
		String text = TextStandard.clean(value).replace('−', '-');
		boolean negative = text.startsWith("-") || text.endsWith("-") || (text.startsWith("(") && text.endsWith(")"));
		String digits = digits(text);
		char own = evidence(digits);
		if (own == ' ' && this.mark == DecimalMark.BY_EVIDENCE && digits.indexOf(',') >= 0) {
			return Outcome.problem("number whose comma can mean two things");
		}
		char decimal = switch (this.mark) {
			case BY_EVIDENCE -> (own == ' ') ? '.' : own;
			case POINT -> (own == ',' && digits.indexOf('.') < 0 && decimals(digits)) ? ',' : '.';
			case COMMA -> (own == '.' && digits.indexOf(',') < 0 && decimals(digits)) ? '.' : ',';
		};
		String group = (decimal == '.') ? "," : ".";
		String plain = digits.replace(group, "").replace(decimal, '.');
		if (!decimals(plain) && !PLAIN.matches(plain)) {
			return Outcome.problem("no number");
		}
		String shown = plain.startsWith(".") ? "0" + plain : plain;
		shown = shown.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown;
		shown = this.whole ? NO_FRACTION.matcher(shown).replaceFirst("") : shown;
		return Outcome.of(negative ? "-" + shown : shown);
	}

	private static String digits(String value) {
		String text = value.strip();
		if (text.chars().allMatch((symbol) -> symbol >= ',' && symbol <= '9' && symbol != '/' && symbol != '-')) {
			return text;
		}
		text = SIGNS.matcher(text).replaceAll("").strip();
		text = AROUND.matcher(text).replaceAll("").strip();
		StringBuilder digits = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			boolean spacing = Character.isSpaceChar(symbol) || symbol == '\'' || symbol == '’';
			boolean first = i == 0 && (symbol == '-' || symbol == '+');
			if (!spacing && !first) {
				digits.append(symbol);
			}
		}
		return digits.toString();
	}

}
