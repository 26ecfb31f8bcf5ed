package io.kehu.migration.matching.neighbourhood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.kehu.migration.intake.Row;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Searches a sorted neighbourhood range by range, as the parts of a job do.
 */
final class RangedNeighbourhood {

	private final SortedNeighbourhood how;

	private final List<Row> rows;

	private final List<String> names;

	private final int[] compared;

	private RangedNeighbourhood(SortedNeighbourhood how, Table table, List<String> columns) {
		this.how = how;
		this.names = table.columns().stream().map((column) -> column.name()).toList();
		this.rows = IntStream.range(0, table.rows()).mapToObj((row) -> row(table, row)).toList();
		this.compared = IntStream.range(0, this.names.size())
			.filter((place) -> columns.isEmpty() || columns.contains(this.names.get(place)))
			.toArray();
	}

	private static Row row(Table table, int row) {
		@Nullable String[] values = table.columns().stream().map((column) -> column.value(row)).toArray(String[]::new);
		return new Row(row, values);
	}

	/** Pairs of rows, each once, in order. */
	static List<NearDuplicate> search(SortedNeighbourhood how, Table table, List<String> columns, int ranges) {
		RangedNeighbourhood search = new RangedNeighbourhood(how, table, columns);
		Set<NearDuplicate> found = new LinkedHashSet<>();
		for (int pass = 0; pass < how.passes(); pass++) {
			found.addAll(search.pass(pass, ranges));
		}
		return found.stream()
			.sorted(Comparator.comparingLong(NearDuplicate::first).thenComparingLong(NearDuplicate::row))
			.toList();
	}

	private List<NearDuplicate> pass(int pass, int count) {
		int[] places = this.how.places(pass, this.names);
		SortRanges cut = new SortRanges(this.rows.stream()
			.filter((row) -> SortRanges.samples(row.line(), this.rows.size()))
			.map((row) -> SortedNeighbourhood.key(row, row.line(), places))
			.toList(), count);
		List<NeighbourRange.Builder> ranges = IntStream.range(0, count)
			.mapToObj((range) -> new NeighbourRange.Builder(this.how, this.compared.length))
			.toList();
		for (Row row : this.rows) {
			NeighbourKey key = SortedNeighbourhood.key(row, row.line(), places);
			ranges.get(cut.range(key)).add(NeighbourRange.row(key, row, this.compared));
		}
		List<NearDuplicate> found = new ArrayList<>();
		RangeBorders borders = new RangeBorders(this.how, this.compared.length);
		for (NeighbourRange.Builder builder : ranges) {
			NeighbourRange range = builder.sort();
			IntStream.range(0, range.size()).forEach((place) -> found.addAll(range.behind(place)));
			found.addAll(borders.next(range.first(), range.last()));
		}
		return found;
	}

}
