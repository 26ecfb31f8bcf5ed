package io.kehu.migration.clean.fill;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Values found for the holes of a column.
 */
public final class Filling {

	private final int[] holes;

	private final List<@Nullable String> values;

	private Filling(int[] holes, List<@Nullable String> values) {
		this.holes = holes;
		this.values = values;
	}

	static Filling of(Gap gap, IntFunction<@Nullable String> value) {
		int[] holes = gap.holes();
		return new Filling(holes, Arrays.asList(Arrays.stream(holes).mapToObj(value).toArray(String[]::new)));
	}

	static Filling numbers(Gap gap, double[] numbers) {
		int[] place = { 0 };
		return of(gap, (row) -> {
			double number = numbers[place[0]++];
			return Double.isNaN(number) ? null : gap.numbers().format(number);
		});
	}

	/** The rows that had no value, ascending; not to be changed. */
	public int[] holes() {
		return this.holes;
	}

	/** A text a hole, null where it stays empty. */
	public List<@Nullable String> values() {
		return this.values;
	}

	/** How many holes got a value. */
	public int filled() {
		return (int) this.values.stream().filter((value) -> value != null).count();
	}

	/** The column with the values in its holes. */
	public Column into(Column column) {
		return column.with(this.holes, this.values);
	}

}
