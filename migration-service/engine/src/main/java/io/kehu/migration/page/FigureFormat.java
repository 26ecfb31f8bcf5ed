package io.kehu.migration.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Formats figures and values for readers.
 */
public final class FigureFormat {

	private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

	private static final int LONGEST = 48;

	public FigureFormat() {
	}

	/** Returns a count with separators between thousands. */
	public String count(long count) {
		return String.format(Locale.ROOT, "%,d", count);
	}

	/** Returns a count, marked as an estimate unless it is exact. */
	public String count(long count, boolean exact) {
		return exact ? count(count) : "≈ " + count(count);
	}

	/** Returns a number: whole numbers in full, others with four digits. */
	public String number(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e15) {
			return count((long) value);
		}
		BigDecimal rounded = (Math.abs(value) >= 1000) ? BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN)
				: new BigDecimal(value).round(FOUR_DIGITS);
		return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
	}

	/**
	 * Returns a share as a percentage; 0% and 100% only where it is exactly nothing or
	 * everything.
	 */
	public String share(long part, long whole) {
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

	/** Returns a probability as a percentage, in powers of ten where it is tiny. */
	public String probability(double probability) {
		double percent = 100 * probability;
		if (percent >= 0.1) {
			return String.format(Locale.ROOT, "%.1f%%", percent);
		}
		return (percent == 0) ? "0%" : String.format(Locale.ROOT, "%.1e", probability).replace("e-0", "e-");
	}

	/** Returns a probability in whole per cent, without the sign. */
	public String percent(double probability) {
		return String.format(Locale.ROOT, "%.0f", 100 * probability);
	}

	/** Returns a match weight in bits with its sign. */
	public String bits(double weight) {
		double rounded = Math.rint(10 * weight) / 10;
		return (rounded == 0) ? "0.0" : String.format(Locale.ROOT, "%+.1f", rounded).replace('-', '−');
	}

	/** Returns a constant's name in words. */
	public String words(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Returns a value in which blanks at both ends and control characters are visible.
	 */
	public String value(String text) {
		StringBuilder visible = new StringBuilder(text.length());
		int end = text.length();
		while (end > 0 && text.charAt(end - 1) == ' ') {
			end--;
		}
		int start = 0;
		while (start < end && text.charAt(start) == ' ') {
			start++;
		}
		visible.append("␣".repeat(start));
		text.substring(start, end).chars().forEach((symbol) -> visible.append(VisibleWriter.visible((char) symbol)));
		return visible.append("␣".repeat(text.length() - end)).toString();
	}

	/** Returns the beginning of a value, made visible as by {@link #value(String)}. */
	public String example(String text) {
		return value((text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text);
	}

}
