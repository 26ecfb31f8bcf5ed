package io.kehu.migration.clean.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Values found for the holes of a column. A number is written with as many decimals as
 * the column's own values have at most; where that rounds it, its source says so.
 */
public final class Filling {

	private final int[] holes;

	private final List<@Nullable String> values;

	/** What gave the value of each hole, null for the method itself. */
	private final List<@Nullable String> sources;

	private final BitSet rounded;

	private final int decimals;

	private Filling(Gap gap, List<@Nullable String> values, List<@Nullable String> sources, BitSet rounded) {
		this.holes = gap.holes();
		this.values = values;
		this.sources = sources;
		this.rounded = rounded;
		this.decimals = gap.numbers().decimals();
	}

	static Filling of(Gap gap, IntFunction<@Nullable String> value) {
		int[] holes = gap.holes();
		return new Filling(gap, Arrays.asList(Arrays.stream(holes).mapToObj(value).toArray(String[]::new)),
				Arrays.asList(new String[holes.length]), new BitSet());
	}

	static Filling numbers(Gap gap, double[] numbers) {
		return numbers(gap, numbers, new String[numbers.length]);
	}

	/**
	 * Writes numbers into holes.
	 * @param gap the holes
	 * @param numbers a number a hole, NaN for none
	 * @param sources what gave each number, null for the method itself
	 */
	static Filling numbers(Gap gap, double[] numbers, @Nullable String[] sources) {
		List<@Nullable String> values = new ArrayList<>();
		BitSet rounded = new BitSet();
		for (int i = 0; i < numbers.length; i++) {
			boolean found = !Double.isNaN(numbers[i]);
			values.add(found ? gap.numbers().format(numbers[i]) : null);
			rounded.set(i, found && gap.numbers().rounds(numbers[i]));
		}
		return new Filling(gap, values, Arrays.asList(sources), rounded);
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

	/**
	 * What gave the value of a hole.
	 * @param place the hole's place among the holes
	 * @param method the method
	 */
	public String source(int place, FillMethod method) {
		String name = name(place, method);
		if (!this.rounded.get(place)) {
			return name;
		}
		return name + ((this.decimals == 0) ? ", rounded to a whole number"
				: ", rounded to %d decimals".formatted(this.decimals));
	}

	private String name(int place, FillMethod method) {
		String own = this.sources.get(place);
		return (own != null) ? own : method.source();
	}

	/** What the method did in truth: the name that all holes have, or its own. */
	String name(FillMethod method) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < this.holes.length; i++) {
			if (this.values.get(i) != null) {
				names.add(name(i, method));
			}
		}
		return (names.stream().distinct().count() == 1) ? names.get(0) : method.source();
	}

	/** The column with the values in its holes; holes without one stay as they are. */
	public Column into(Column column) {
		int[] rows = new int[filled()];
		List<@Nullable String> texts = new ArrayList<>();
		for (int i = 0; i < this.holes.length; i++) {
			if (this.values.get(i) != null) {
				rows[texts.size()] = this.holes[i];
				texts.add(this.values.get(i));
			}
		}
		return column.with(rows, texts);
	}

}
