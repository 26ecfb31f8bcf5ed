package io.kehu.migration.move.load;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.TupleBuffer;
import io.kehu.migration.move.value.Tuples;
import org.jspecify.annotations.Nullable;

/**
 * Shows the keys of cast rows.
 */
public final class Keys {

	private Keys() {
	}

	/**
	 * Returns the key of a row, or the whole row if its table has none.
	 * @param table the plan of the table
	 * @param rows the rows
	 * @param row the number of the row
	 */
	public static String shown(TablePlan table, TupleBuffer rows, int row) {
		List<@Nullable Object> values = Tuples.values(rows, row, table.types());
		List<Integer> places = table.keyed() ? table.keyPlaces() : IntStream.range(0, values.size()).boxed().toList();
		return places.stream().map((place) -> text(values.get(place))).collect(Collectors.joining(", "));
	}

	/** Returns a value as text for people. */
	public static String text(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return "0x" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 32));
		}
		if (value instanceof BigDecimal decimal) {
			return decimal.toPlainString();
		}
		return String.valueOf(value);
	}

}
