package io.kehu.migration.clean.chain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.kehu.migration.clean.Numbers;
import io.kehu.migration.clean.filter.OutlierTest;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.MissingWords;
import org.jspecify.annotations.Nullable;

/**
 * Drops, flags, empties or smooths the rows whose number lies apart. Values that are no
 * numbers are flagged, and so are numbers that are too few for any to lie apart.
 *
 * @param column the column
 * @param test what apart means
 * @param action what becomes of them
 */
public record Outliers(String column, OutlierTest test, OutlierAction action) implements Rule {

	@Override
	public boolean needsAllRows() {
		return true;
	}

	@Override
	public List<String> columnsSeen(List<String> columns) {
		return List.of(this.column);
	}

	@Override
	public void apply(CleaningState workbench) {
		Column tested = workbench.table().column(this.column);
		Numbers numbers = Numbers.of(tested);
		check(tested, numbers);
		int[] kept = workbench.kept().stream().toArray();
		double[] values = IntStream.of(kept).mapToDouble((row) -> numbers.values()[row]).toArray();
		BitSet places = this.test.outliers(values);
		long count = DoubleStream.of(values).filter((value) -> !Double.isNaN(value)).count();
		workbench.flagEach(this.column, (row) -> problem(tested.value(row), numbers.values()[row], count));
		BitSet rows = new BitSet();
		places.stream().forEach((place) -> rows.set(kept[place]));
		String reason = "%s: outlier by %s".formatted(this.column,
				this.test.method().name().toLowerCase(Locale.ROOT).replace('_', ' '));
		switch (this.action) {
			case DROP -> workbench.act(this.column, rows, RuleAction.DROP, reason);
			case FLAG -> workbench.act(this.column, rows, RuleAction.FLAG, reason);
			case EMPTY -> replace(workbench, rows, null, reason + ", emptied");
			case ROLLING_MEDIAN -> {
				double[] medians = this.test.medians(values, places);
				List<@Nullable String> texts = new ArrayList<>();
				for (double median : medians) {
					texts.add(numbers.format(median));
				}
				replace(workbench, rows, texts, reason + ", replaced by the rolling median");
			}
		}
	}

	/**
	 * Checks that most values are numbers.
	 * @throws IllegalArgumentException when they are not
	 */
	private void check(Column tested, Numbers numbers) {
		if (numbers.others() > 0 && !numbers.mostly()) {
			throw new IllegalArgumentException(
					"Column %s holds %,d numbers and %,d other values: bring them into the form of numbers first"
						.formatted(tested.name(), numbers.count(), numbers.others()));
		}
	}

	private @Nullable String problem(@Nullable String text, double number, long count) {
		if (text == null || MissingWords.contains(text)) {
			return null;
		}
		if (Double.isNaN(number)) {
			return "no number: left out of the search for outliers";
		}
		return (count < this.test.fewest()) ? "one of %d numbers, of which none can be an outlier by %s of factor %s"
			.formatted(count, this.test.method(), this.test.factor()) : null;
	}

	private void replace(CleaningState workbench, BitSet rows, @Nullable List<@Nullable String> texts, String reason) {
		int[] changed = rows.stream().toArray();
		workbench.put((texts == null) ? workbench.table().column(this.column).without(changed)
				: workbench.table().column(this.column).with(changed, texts));
		workbench.mark(new Mark(MarkKind.REPLACED, this.column, reason, rows));
	}

}
