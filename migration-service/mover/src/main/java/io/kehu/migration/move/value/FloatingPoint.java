package io.kehu.migration.move.value;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Casts text to floating-point numbers.
 */
final class FloatingPoint {

	private FloatingPoint() {
	}

	static void real(Value in, TupleBuffer out) throws CastException {
		double value = parse(in);
		float narrow = (float) value;
		if (Float.isInfinite(narrow)) {
			throw CastException.range("a number of 32 bits");
		}
		if (narrow != value && new BigDecimal(in.text()).compareTo(new BigDecimal(Float.toString(narrow))) != 0) {
			throw new CastException("inexact", "The value would lose digits as a number of 32 bits.");
		}
		out.putInt(Float.floatToIntBits(narrow));
	}

	static void wide(Value in, TupleBuffer out) throws CastException {
		out.putLong(Double.doubleToLongBits(parse(in)));
	}

	private static double parse(Value in) throws CastException {
		String text = in.text();
		double value;
		try {
			value = Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			String word = text.toLowerCase(Locale.ROOT);
			if (word.equals("nan") || word.startsWith("inf") || word.startsWith("-inf")) {
				throw notFinite();
			}
			throw CastException.invalid("number");
		}
		if (Double.isNaN(value) || Double.isInfinite(value)) {
			throw notFinite();
		}
		char last = text.charAt(text.length() - 1);
		if (last > '9' || text.charAt(0) <= ' ' || last <= ' ') {
			// Java's own suffixes and white space
			throw CastException.invalid("number");
		}
		return value;
	}

	private static CastException notFinite() {
		return new CastException("not_finite", "The value is not a finite number.");
	}

}
