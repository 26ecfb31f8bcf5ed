package io.kehu.migration.move.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads values from their binary form, for databases that take parameters and for people.
 */
public final class Tuples {

	private static final LocalDateTime START = LocalDateTime.of(2000, 1, 1, 0, 0);

	private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

	private Tuples() {
	}

	/**
	 * Returns the values of a row.
	 * @param rows the rows
	 * @param row the number of the row
	 * @param types the types of its columns
	 * @return numbers, booleans, byte arrays, and everything else as text; null for null
	 */
	public static List<@Nullable Object> values(TupleBuffer rows, int row, List<ValueType> types) {
		List<@Nullable Object> values = new ArrayList<>(types.size());
		byte[] data = rows.data();
		int position = rows.start(row) + 2;
		for (ValueType type : types) {
			int length = TupleBuffer.intAt(data, position);
			position += 4;
			values.add((length < 0) ? null : value(type, data, position, length));
			position += Math.max(0, length);
		}
		return values;
	}

	private static Object value(ValueType type, byte[] data, int position, int length) {
		return switch (type) {
			case BOOLEAN -> data[position] != 0;
			case SMALLINT -> (long) TupleBuffer.shortAt(data, position);
			case INTEGER -> (long) TupleBuffer.intAt(data, position);
			case BIGINT -> TupleBuffer.longAt(data, position);
			case NUMERIC -> decimal(data, position);
			case REAL -> Float.intBitsToFloat(TupleBuffer.intAt(data, position));
			case DOUBLE -> Double.longBitsToDouble(TupleBuffer.longAt(data, position));
			case TEXT, JSON -> new String(data, position, length, StandardCharsets.UTF_8);
			case JSONB -> new String(data, position + 1, length - 1, StandardCharsets.UTF_8);
			case DATE -> date(TupleBuffer.intAt(data, position));
			case TIME -> span(TupleBuffer.longAt(data, position));
			case TIMESTAMP, INSTANT -> timestamp(TupleBuffer.longAt(data, position));
			case INTERVAL -> interval(data, position);
			case UUID -> new java.util.UUID(TupleBuffer.longAt(data, position), TupleBuffer.longAt(data, position + 8))
				.toString();
			case BYTES, OTHER -> Arrays.copyOfRange(data, position, position + length);
		};
	}

	private static Object decimal(byte[] data, int position) {
		BigDecimal value = Decimals.read(data, position);
		return (value != null) ? value : "NaN";
	}

	private static String date(int days) {
		if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
			return (days > 0) ? "infinity" : "-infinity";
		}
		return LocalDate.from(START).plusDays(days).toString();
	}

	private static String timestamp(long micros) {
		if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
			return (micros > 0) ? "infinity" : "-infinity";
		}
		return START.plus(micros, ChronoUnit.MICROS).format(MICROS);
	}

	private static String interval(byte[] data, int position) {
		long rest = TupleBuffer.longAt(data, position + 8);
		String span = span(TupleBuffer.longAt(data, position));
		return (rest == 0) ? span : TupleBuffer.intAt(data, position + 12) + " months "
				+ TupleBuffer.intAt(data, position + 8) + " days " + span;
	}

	private static String span(long micros) {
		long size = Math.abs(micros);
		return "%s%02d:%02d:%02d.%06d".formatted((micros < 0) ? "-" : "", size / 3_600_000_000L,
				size / 60_000_000L % 60, size / 1_000_000L % 60, size % 1_000_000L);
	}

}
