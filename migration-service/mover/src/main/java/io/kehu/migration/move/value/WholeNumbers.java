package io.kehu.migration.move.value;

/**
 * Casts digits to whole numbers.
 */
final class WholeNumbers {

	private WholeNumbers() {
	}

	static Cast cast(ValueType type) {
		return switch (type) {
			case SMALLINT -> (in, out) -> out.putShort((int) within(in, Short.MIN_VALUE, Short.MAX_VALUE));
			case INTEGER -> (in, out) -> out.putInt((int) within(in, Integer.MIN_VALUE, Integer.MAX_VALUE));
			case BIGINT -> (in, out) -> out.putLong(within(in, Long.MIN_VALUE, Long.MAX_VALUE));
			default -> throw new IllegalArgumentException("Not a whole number: " + type);
		};
	}

	static void bool(Value in, TupleBuffer out) throws CastException {
		int first = (in.length() == 1) ? in.at(0) : -1;
		if (first == '0' || first == 'f' || first == 0) {
			out.putByte(0);
		}
		else if (first == '1' || first == 't' || first == 1) {
			out.putByte(1);
		}
		else {
			throw new CastException("not_boolean",
					"The value is neither 0 nor 1; map the column to a whole number to keep it.");
		}
	}

	/** Casts the big-endian bytes of a bit field. */
	static void bits(Value in, TupleBuffer out) throws CastException {
		long value = 0;
		for (int index = 0; index < in.length(); index++) {
			value = (value << 8) | (in.at(index) & 0xFF);
		}
		if (value < 0) {
			throw CastException.range("at most " + Long.MAX_VALUE);
		}
		out.putLong(value);
	}

	private static long within(Value in, long least, long most) throws CastException {
		long value = parse(in, least, most);
		if (value < least || value > most) {
			throw CastException.range(least + " to " + most);
		}
		return value;
	}

	/** Accumulates negatively, since there is one more negative number. */
	private static long parse(Value in, long least, long most) throws CastException {
		int length = in.length();
		boolean negative = length > 0 && in.at(0) == '-';
		int index = (negative || (length > 0 && in.at(0) == '+')) ? 1 : 0;
		if (index == length) {
			throw CastException.invalid("whole number");
		}
		long value = 0;
		for (; index < length; index++) {
			int digit = in.at(index) - '0';
			if (digit < 0 || digit > 9) {
				throw CastException.invalid("whole number");
			}
			if (value < (Long.MIN_VALUE + digit) / 10) {
				throw CastException.range(least + " to " + most);
			}
			value = value * 10 - digit;
		}
		if (!negative && value == Long.MIN_VALUE) {
			throw CastException.range(least + " to " + most);
		}
		return negative ? value : -value;
	}

}
