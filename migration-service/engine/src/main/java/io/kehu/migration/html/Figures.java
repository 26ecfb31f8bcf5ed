package io.kehu.migration.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Writes figures for readers.
 */
public final class Figures {

	private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

	private Figures() {
	}

	public static String count(long count) {
		return String.format(Locale.ROOT, "%,d", count);
	}

	/** A count that may be an estimate. */
	public static String count(long count, boolean exact) {
		return exact ? count(count) : "≈ " + count(count);
	}

	/** A number: whole ones whole, others to four digits. */
	public static String number(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e15) {
			return count((long) value);
		}
		BigDecimal rounded = (Math.abs(value) >= 1000) ? BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN)
				: new BigDecimal(value).round(FOUR_DIGITS);
		return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
	}

	/** A share in per cent; never 0% or 100% of what is not nothing or all. */
	public static String share(long part, long whole) {
		if (whole == 0) {
			return "–";
		}
		double percent = 100.0 * part / whole;
		if (part > 0 && percent < 0.1) {
			return "< 0.1%";
		}
		if (part < whole && percent > 99.9) {
			return "> 99.9%";
		}
		return (percent == 0 || percent == 100) ? Math.round(percent) + "%"
				: String.format(Locale.ROOT, "%.1f%%", percent);
	}

}
