package io.kehu.migration.matching.neighbourhood;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.text.JaroWinkler;
import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.MissingWords;
import org.jspecify.annotations.Nullable;

/**
 * Rows with the fields by which they are compared, each different text folded once.
 */
final class ComparedRows {

	private final List<Column> columns;

	private final List<String[]> folded;

	private final long[] numbers;

	private ComparedRows(List<Column> columns, long[] numbers) {
		this.columns = columns;
		this.folded = columns.stream().map(ComparedRows::fold).toList();
		this.numbers = numbers;
	}

	private static String[] fold(Column column) {
		String[] folded = new String[column.distinct()];
		for (int code = 0; code < folded.length; code++) {
			folded[code] = NormalForms.fold(column.text(code));
		}
		return folded;
	}

	/** Compares two rows by their places; they are found if they are alike enough. */
	void compare(int one, int other, double least, List<NearDuplicate> found) {
		boolean inOrder = this.numbers[one] < this.numbers[other];
		int first = inOrder ? one : other;
		int row = inOrder ? other : one;
		double likeness = alike(first, row);
		if (likeness >= least) {
			found.add(new NearDuplicate(this.numbers[row], this.numbers[first], likeness));
		}
	}

	/** Returns the mean likeness of the fields that both rows have. */
	private double alike(int left, int right) {
		double sum = 0;
		int compared = 0;
		for (int i = 0; i < this.columns.size(); i++) {
			int one = this.columns.get(i).code(left);
			int other = this.columns.get(i).code(right);
			if (one >= 0 && other >= 0) {
				sum += (one == other) ? 1 : JaroWinkler.similarity(this.folded.get(i)[one], this.folded.get(i)[other]);
				compared++;
			}
		}
		return (compared == 0) ? 0 : sum / compared;
	}

	/** Returns the row at a place as it was added, with its key. */
	Row row(int place, String key) {
		@Nullable String[] values = Stream.concat(Stream.of(key), this.columns.stream().map((column) -> column.value(place)))
			.toArray(String[]::new);
		return new Row(this.numbers[place], values);
	}

	/**
	 * Collects rows.
	 */
	static final class Builder {

		private final List<ColumnBuilder> columns;

		private final List<Long> numbers = new ArrayList<>();

		Builder(int columns) {
			this.columns = IntStream.range(0, columns)
				.mapToObj((place) -> new ColumnBuilder(Integer.toString(place)))
				.toList();
		}

		/** Adds a row: its key, then the fields that are compared. */
		void add(Row row) {
			this.numbers.add(row.line());
			for (int column = 0; column < this.columns.size(); column++) {
				String value = row.value(column + 1);
				this.columns.get(column).add((value == null || MissingWords.contains(value)) ? null : value);
			}
		}

		ComparedRows build() {
			return new ComparedRows(this.columns.stream().map(ColumnBuilder::build).toList(),
					this.numbers.stream().mapToLong(Long::longValue).toArray());
		}

	}

}
