package io.kehu.migration.clean.standardise;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import io.kehu.migration.table.Column;

/**
 * Numbers with a decimal point and nothing else: without currencies, groups and
 * exponents. The column's unambiguous numbers decide what "1.234" means; where there are
 * none, those of the file's other columns do. Where these are missing or contradict each
 * other, such a number is a problem, not a guess.
 *
 * @param mark what stands before the decimals
 * @param whole whether a fraction of nothing but zeros is left out, as in keys that a
 * spreadsheet has made "12345.0"
 */
public record NumberStandard(DecimalMark mark, boolean whole) implements Standard {

	private static final Pattern NO_FRACTION = Pattern.compile("\\.0+$");

	private static final int LARGEST_EXPONENT = 30;

	/** Creates a standard that goes by evidence. */
	public static NumberStandard standard() {
		return new NumberStandard(DecimalMark.BY_EVIDENCE, false);
	}

	@Override
	public boolean learns() {
		return this.mark == DecimalMark.BY_EVIDENCE;
	}

	@Override
	public boolean looksBeside() {
		return learns();
	}

	@Override
	public Standard learn(Column column) {
		return learn(column, new FileMarks(0));
	}

	@Override
	public Standard learn(Column column, FileMarks beside) {
		if (this.mark != DecimalMark.BY_EVIDENCE) {
			return this;
		}
		int[] frequencies = column.frequencies();
		MarkCount count = new MarkCount();
		for (int code = 0; code < column.distinct(); code++) {
			count.add(column.text(code), frequencies[code], Integer.MAX_VALUE);
		}
		DecimalMark told = count.isAny() || !count.isOpen() ? count.mark() : beside.mark();
		return new NumberStandard(told, this.whole);
	}

	@Override
	public Outcome apply(String value) {
		NumberText number = MarkCount.read(value);
		if (number == null) {
			return Outcome.problem("no number");
		}
		char own = number.mark();
		String digits = number.digits();
		if (number.isOpen() && this.mark == DecimalMark.BY_EVIDENCE) {
			return Outcome.problem(
					"number whose %s can mean two things".formatted((digits.indexOf(',') >= 0) ? "comma" : "point"));
		}
		char decimal = (own != ' ') ? own : decimal(digits);
		if (!number.suits(decimal)) {
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
