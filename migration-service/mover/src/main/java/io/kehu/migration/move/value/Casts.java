package io.kehu.migration.move.value;

import java.nio.charset.Charset;

/**
 * The casts from values as databases send them.
 */
public final class Casts {

	/** For values whose bytes already have the binary form. */
	public static final Cast SAME = (in, out) -> out.put(in.data(), in.from(), in.length());

	private static final byte[] TRUE = { '1' };

	private static final byte[] FALSE = { '0' };

	private Casts() {
	}

	/**
	 * Returns the cast from text to a type.
	 * @param type the type
	 * @param limits what the column can hold
	 * @param encoding the encoding of text
	 * @return the cast, never null
	 */
	public static Cast fromText(ValueType type, Limits limits, Charset encoding) {
		return switch (type) {
			case BOOLEAN -> WholeNumbers::bool;
			case SMALLINT, INTEGER, BIGINT -> WholeNumbers.cast(type);
			case NUMERIC -> Decimals.cast(limits.precision(), limits.scale());
			case REAL -> FloatingPoint::real;
			case DOUBLE -> FloatingPoint::wide;
			case TEXT, JSON -> Texts.cast(encoding, limits.length());
			case JSONB -> jsonb(Texts.cast(encoding, 0));
			case BYTES -> bytes(limits.length());
			case DATE -> Temporal::date;
			case TIME -> Temporal::time;
			case TIMESTAMP, INSTANT -> Temporal::timestamp;
			case INTERVAL -> Temporal::interval;
			case UUID -> Uuids::cast;
			case OTHER -> throw new IllegalArgumentException("There is no cast from text to this type.");
		};
	}

	/** Returns a cast of times that rejects further decimals of seconds. */
	public static Cast limitedSeconds(Cast cast, int decimals) {
		return (decimals < 6) ? LimitedSeconds.of(cast, decimals) : cast;
	}

	/** Returns a cast of text without the trailing spaces that a column ignores. */
	public static Cast withoutPadding(Cast cast) {
		return (in, out) -> {
			int end = in.to();
			while (end > in.from() && in.data()[end - 1] == ' ') {
				end--;
			}
			Value stripped = new Value();
			stripped.set(in.data(), in.from(), end);
			cast.apply(stripped, out);
		};
	}

	/** Returns the cast of text that is UTF-8 although its column is not declared so. */
	public static Cast utf8ThroughLatin(Limits limits) {
		return Texts.throughLatin(limits.length());
	}

	/** Returns the cast of PostgreSQL's booleans to whole numbers, 1 and 0. */
	public static Cast truth(ValueType type) {
		Cast number = WholeNumbers.cast(type);
		Value digit = new Value();
		return (in, out) -> {
			digit.set((in.at(0) == 't') ? TRUE : FALSE, 0, 1);
			number.apply(digit, out);
		};
	}

	/** Returns the cast of a bit field of up to 63 bits. */
	public static Cast bits() {
		return WholeNumbers::bits;
	}

	/** Returns a cast that turns dates of all zeros to null. */
	public static Cast zeroDateAsNull(Cast cast) {
		return (in, out) -> {
			boolean zero = in.length() >= 10;
			for (int index = 0; zero && index < 10; index++) {
				zero = in.at(index) == ((index == 4 || index == 7) ? '-' : '0');
			}
			if (zero) {
				out.putNull();
			}
			else {
				cast.apply(in, out);
			}
		};
	}

	private static Cast bytes(int limit) {
		return (in, out) -> {
			if (limit > 0 && in.length() > limit) {
				throw new CastException("too_long",
						"The value has " + in.length() + " bytes; the column holds " + limit + ".");
			}
			out.put(in.data(), in.from(), in.length());
		};
	}

	private static Cast jsonb(Cast text) {
		return (in, out) -> {
			TupleBuffer checked = new TupleBuffer();
			checked.begin(1);
			text.apply(in, checked);
			int length = checked.size() - 6;
			out.appendInt(length + 1);
			out.append(1);
			for (int index = 0; index < length; index++) {
				out.append(checked.data()[6 + index]);
			}
		};
	}

	/**
	 * What a column can hold.
	 *
	 * @param length the most characters or bytes, or 0 without a limit
	 * @param precision the most digits of a decimal number, or 0 without a limit
	 * @param scale the decimals
	 */
	public record Limits(int length, int precision, int scale) {

		/** No limits. */
		public static final Limits NONE = new Limits(0, 0, 0);

	}

}
