package io.kehu.migration.clean.standardise;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with a decimal point and nothing else: without currencies, groups and
 * exponents. The column's unambiguous numbers decide what "1.234" means; where there are
 * none, such a number is a problem, not a guess.
 *
 * @param mark what stands before the decimals
 * @param whole whether a fraction of nothing but zeros is left out, as in keys that a
 * spreadsheet has made "12345.0"
 */
public record NumberStandard(DecimalMark mark, boolean whole) implements Standard {

	private static final Pattern POINTS = grouped(',', '.');

	private static final Pattern COMMAS = grouped('.', ',');

	private static final Pattern NO_FRACTION = Pattern.compile("\\.0+$");

	private static final int LONGEST = 60;

	private static final int LARGEST_EXPONENT = 30;

	/** Creates a standard that goes by evidence. */
	public static NumberStandard standard() {
		return new NumberStandard(DecimalMark.BY_EVIDENCE, false);
	}

	/** Digits, also in groups of three, or of two before the last three as in India. */
	private static Pattern grouped(char group, char decimal) {
		return Pattern.compile("(?:\\d*|\\d{1,3}(?:[%1$s]\\d{3})+|\\d{1,2}(?:[%1$s]\\d{2})*[%1$s]\\d{3})(?:[%2$s]\\d*)?"
			.formatted(group, decimal));
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
			NumberText number = written(column.text(code));
			char shown = (number != null) ? number.mark() : ' ';
			points += (shown == '.') ? frequencies[code] : 0;
			commas += (shown == ',') ? frequencies[code] : 0;
		}
		if (points == commas) {
			return this;
		}
		return new NumberStandard((points > commas) ? DecimalMark.POINT : DecimalMark.COMMA, this.whole);
	}

	private static @Nullable NumberText written(String value) {
		return (value.length() > LONGEST) ? null : NumberText.of(TextStandard.clean(value));
	}

	@Override
	public Outcome apply(String value) {
		NumberText number = written(value);
		if (number == null) {
			return Outcome.problem("no number");
		}
		char own = number.mark();
		String digits = number.digits();
		boolean marked = digits.indexOf(',') >= 0 || digits.indexOf('.') >= 0;
		boolean open = own == ' ' && marked && !digits.endsWith(".") && !digits.endsWith(",");
		if (open && this.mark == DecimalMark.BY_EVIDENCE) {
			return Outcome.problem(
					"number whose %s can mean two things".formatted((digits.indexOf(',') >= 0) ? "comma" : "point"));
		}
		char decimal = (own != ' ') ? own : decimal(digits);
		if (!((decimal == '.') ? POINTS : COMMAS).matcher(digits).matches()) {
			return Outcome.problem("no number");
		}
		String plain = digits.replace((decimal == '.') ? "," : ".", "").replace(decimal, '.');
		return shown(number, plain);
	}

	/** The decimal mark of a number that shows none itself. */
	private char decimal(String digits) {
		return switch (this.mark) {
			case POINT -> '.';
			case COMMA -> digits.endsWith(".") ? '.' : ',';
			case BY_EVIDENCE -> digits.endsWith(",") ? ',' : '.';
		};
	}

	private Outcome shown(NumberText number, String plain) {
		String shown = plain.startsWith(".") ? "0" + plain : plain;
		shown = shown.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown;
		Integer exponent = number.exponent();
		if (exponent != null) {
			if (Math.abs(exponent) > LARGEST_EXPONENT) {
				return Outcome.problem("number too large or too small to be written out");
			}
			BigDecimal written = new BigDecimal(shown).scaleByPowerOfTen(exponent);
			shown = ((written.scale() < 0) ? written.setScale(0) : written).toPlainString();
		}
		shown = this.whole ? NO_FRACTION.matcher(shown).replaceFirst("") : shown;
		return Outcome.of(number.negative() ? "-" + shown : shown);
	}

}
