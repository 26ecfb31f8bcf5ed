package io.kehu.migration.move.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Converts decimal numbers to and from their binary form: groups of four decimal digits,
 * the weight of the first group, the sign, and the number of decimals.
 */
final class Decimals {

	private static final int POSITIVE = 0;

	private static final int NEGATIVE = 0x4000;

	private static final int NOT_A_NUMBER = 0xC000;

	private static final int MOST_DIGITS = 1000;

	private Decimals() {
	}

	/**
	 * Returns a cast to a decimal number.
	 * @param precision the most digits, or 0 without a limit
	 * @param scale the decimals
	 */
	static Cast cast(int precision, int scale) {
		return (in, out) -> write(in, precision, scale, out);
	}

	private static void write(Value in, int precision, int scale, TupleBuffer out) throws CastException {
		int end = in.length();
		boolean negative = end > 0 && in.at(0) == '-';
		int first = (negative || (end > 0 && in.at(0) == '+')) ? 1 : 0;
		int point = first;
		while (point < end && digit(in, point)) {
			point++;
		}
		int wholeFrom = first;
		while (wholeFrom < point && in.at(wholeFrom) == '0') {
			wholeFrom++;
		}
		int fractionEnd = Math.min(point + 1, end);
		boolean dot = point < end && in.at(point) == '.';
		while (dot && fractionEnd < end && digit(in, fractionEnd)) {
			fractionEnd++;
		}
		if (fractionEnd != end || (point < end && !dot) || (point == first && fractionEnd <= point + 1)
				|| end > MOST_DIGITS) {
			throw notPlain(in);
		}
		int decimals = Math.max(0, end - point - 1);
		check(in, point - wholeFrom, point, new Limits(precision, scale));
		groups(in, new Digits(wholeFrom, point, decimals), negative, (precision > 0) ? scale : decimals, out);
	}

	private static void check(Value in, int whole, int point, Limits limits) throws CastException {
		if (limits.precision() == 0) {
			return;
		}
		if (whole > limits.precision() - limits.scale()) {
			throw CastException
				.range("at most " + (limits.precision() - limits.scale()) + " digits before the decimal point");
		}
		for (int index = point + 1 + limits.scale(); index < in.length(); index++) {
			if (in.at(index) != '0') {
				throw new CastException("too_many_decimals",
						"The value has more than " + limits.scale() + " decimals and would be rounded.");
			}
		}
	}

	/** Writes the groups without leading and trailing groups of zeros. */
	private static void groups(Value in, Digits digits, boolean negative, int scale, TupleBuffer out) {
		int before = (digits.point() - digits.from() + 3) / 4;
		int after = (Math.min(digits.decimals(), Math.max(scale, 0)) + 3) / 4;
		int firstGroup = 0;
		int lastGroup = before + after - 1;
		while (firstGroup <= lastGroup && group(in, digits, firstGroup - before) == 0) {
			firstGroup++;
		}
		while (lastGroup >= firstGroup && group(in, digits, lastGroup - before) == 0) {
			lastGroup--;
		}
		int count = lastGroup - firstGroup + 1;
		out.appendInt(8 + 2 * count);
		out.appendShort(count);
		out.appendShort((count > 0) ? before - 1 - firstGroup : 0);
		out.appendShort((negative && count > 0) ? NEGATIVE : POSITIVE);
		out.appendShort(scale);
		for (int index = firstGroup; index <= lastGroup; index++) {
			out.appendShort(group(in, digits, index - before));
		}
	}

	/** Returns a group of four digits; 0 is the first one after the decimal point. */
	private static int group(Value in, Digits digits, int number) {
		int value = 0;
		for (int index = 0; index < 4; index++) {
			int place = number * 4 + index;
			int position = (place < 0) ? digits.point() + place : digits.point() + 1 + place;
			boolean there = (place < 0) ? position >= digits.from() : place < digits.decimals();
			value = value * 10 + (there ? in.at(position) - '0' : 0);
		}
		return value;
	}

	/** Returns a number from its binary form, or null if it is not finite. */
	static @Nullable BigDecimal read(byte[] bytes, int position) {
		int count = TupleBuffer.shortAt(bytes, position);
		int weight = TupleBuffer.shortAt(bytes, position + 2);
		int sign = TupleBuffer.shortAt(bytes, position + 4) & 0xFFFF;
		int scale = TupleBuffer.shortAt(bytes, position + 6);
		if (sign >= NOT_A_NUMBER) {
			return null;
		}
		BigInteger unscaled = BigInteger.ZERO;
		for (int index = 0; index < count; index++) {
			unscaled = unscaled.multiply(BigInteger.valueOf(10_000))
				.add(BigInteger.valueOf(TupleBuffer.shortAt(bytes, position + 8 + 2 * index)));
		}
		int exponent = (weight + 1 - count) * 4;
		BigDecimal value = new BigDecimal(unscaled).scaleByPowerOfTen(exponent).setScale(scale);
		return (sign == NEGATIVE) ? value.negate() : value;
	}

	/**
	 * Returns a number as a whole number of its smallest decimals.
	 * @return the number, or {@link Long#MIN_VALUE} if it doesn't fit
	 */
	static long unscaled(byte[] bytes, int position, int scale) {
		int count = TupleBuffer.shortAt(bytes, position);
		int weight = TupleBuffer.shortAt(bytes, position + 2);
		int sign = TupleBuffer.shortAt(bytes, position + 4) & 0xFFFF;
		int places = (scale + 3) / 4;
		if (sign >= NOT_A_NUMBER || weight + places > 3 || TupleBuffer.shortAt(bytes, position + 6) > scale) {
			return Long.MIN_VALUE;
		}
		long value = 0;
		for (int group = weight; group >= -places; group--) {
			int index = weight - group;
			value = value * 10_000 + ((index < count) ? TupleBuffer.shortAt(bytes, position + 8 + 2 * index) : 0);
		}
		for (int surplus = places * 4 - scale; surplus > 0; surplus--) {
			value /= 10;
		}
		return (sign == NEGATIVE) ? -value : value;
	}

	private static boolean digit(Value in, int index) {
		int value = in.at(index);
		return value >= '0' && value <= '9';
	}

	private static CastException notPlain(Value in) {
		String text = in.text();
		if (text.equalsIgnoreCase("nan") || text.toLowerCase(Locale.ROOT).contains("inf")) {
			return new CastException("not_finite", "The value is not a finite number.");
		}
		return CastException.invalid("decimal number");
	}

	/**
	 * What a column can hold.
	 *
	 * @param precision the most digits, or 0 without a limit
	 * @param scale the decimals
	 */
	private record Limits(int precision, int scale) {
	}

	/**
	 * Where the digits of a value are.
	 *
	 * @param from the first digit before the decimal point
	 * @param point the position of the decimal point
	 * @param decimals the number of digits after it
	 */
	private record Digits(int from, int point, int decimals) {
	}

}
