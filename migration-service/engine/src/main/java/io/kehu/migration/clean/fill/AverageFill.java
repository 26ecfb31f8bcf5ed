package io.kehu.migration.clean.fill;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import io.kehu.migration.clean.Numbers;
import io.kehu.migration.table.Column;

/**
 * Fills with the mean, median or mode, of the whole column or of the row's own group; a
 * group without a value gets the whole column's.
 *
 * @param average which one
 * @param by columns whose values make the groups; none for one group
 */
public record AverageFill(Average average, List<String> by) implements FillMethod {

	public AverageFill {
		by = (by != null) ? List.copyOf(by) : List.of();
	}

	/** Of the whole column. */
	public static AverageFill of(Average average) {
		return new AverageFill(average, List.of());
	}

	@Override
	public Gap suited(Gap gap) {
		return (this.average == Average.MODE) ? gap.read()
				: gap.ofNumbers(this.average.name().toLowerCase(Locale.ROOT));
	}

	@Override
	public Filling fill(Gap given) {
		boolean mode = this.average == Average.MODE;
		Gap gap = suited(given);
		double[] values = mode ? categories(gap) : gap.numbers().values();
		int[] known = gap.known();
		double overall = average(values, Arrays.stream(known));
		if (Double.isNaN(overall)) {
			return new LeaveEmpty().fill(gap);
		}
		List<Column> keys = this.by.stream().map(gap::beside).toList();
		Map<List<Integer>, Double> averages = new HashMap<>();
		if (!keys.isEmpty()) {
			Map<List<Integer>, IntStream.Builder> groups = new HashMap<>();
			for (int row : known) {
				groups.computeIfAbsent(key(keys, row), (key) -> IntStream.builder()).add(row);
			}
			groups.forEach((key, rows) -> averages.put(key, average(values, rows.build())));
		}
		IntToDoubleFunction found = (row) -> averages.getOrDefault(key(keys, row), overall);
		return mode ? Filling.of(gap, (row) -> gap.column().text((int) found.applyAsDouble(row)))
				: Filling.numbers(gap, Arrays.stream(gap.holes()).mapToDouble(found).toArray());
	}

	/** Returns the code of each value; numbers that are written differently are one. */
	private static double[] categories(Gap gap) {
		double[] codes = Feature.category(gap.column()).values();
		if (!gap.numeric()) {
			return codes;
		}
		int[] frequencies = gap.column().frequencies();
		Map<Double, Integer> usual = new HashMap<>();
		for (int code = 0; code < frequencies.length; code++) {
			usual.merge(Numbers.parse(gap.column().text(code)), code,
					(one, other) -> (frequencies[other] > frequencies[one]) ? other : one);
		}
		return Arrays.stream(codes)
			.map((code) -> Double.isNaN(code) ? code
					: usual.getOrDefault(Numbers.parse(gap.column().text((int) code)), (int) code))
			.toArray();
	}

	private double average(double[] values, IntStream rows) {
		return this.average.of(rows.mapToDouble((row) -> values[row]).toArray());
	}

	private static List<Integer> key(List<Column> keys, int row) {
		return keys.stream().map((key) -> key.code(row)).toList();
	}

	@Override
	public List<String> beside(List<String> columns) {
		return this.by;
	}

	@Override
	public String source() {
		String name = this.average.name().toLowerCase(Locale.ROOT);
		return this.by.isEmpty() ? name : name + " by " + String.join(", ", this.by);
	}

}
