package io.kehu.deploy.benchmark;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.neighbourhood.NearDuplicate;
import io.kehu.migration.matching.neighbourhood.NeighbourKey;
import io.kehu.migration.matching.neighbourhood.NeighbourRange;
import io.kehu.migration.matching.neighbourhood.SortedNeighbourhood;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Searches the sorted neighbourhood of a table in one range.
 */
final class NeighbourPairs {

	private NeighbourPairs() {
	}

	static Set<NearDuplicate> of(SortedNeighbourhood search, Table table) {
		List<String> names = table.columns().stream().map(Column::name).toList();
		int[] all = IntStream.range(0, names.size()).toArray();
		Set<NearDuplicate> found = new LinkedHashSet<>();
		for (int pass = 0; pass < search.passes(); pass++) {
			int[] places = search.places(pass, names);
			NeighbourRange.Builder builder = new NeighbourRange.Builder(search, all.length);
			for (int number = 0; number < table.rows(); number++) {
				Row row = row(table, number);
				NeighbourKey key = SortedNeighbourhood.key(row, number, places);
				builder.add(NeighbourRange.row(key, row, all));
			}
			NeighbourRange range = builder.sort();
			IntStream.range(0, range.size()).forEach((place) -> found.addAll(range.behind(place)));
		}
		return found;
	}

	private static Row row(Table table, int number) {
		@Nullable String[] values = table.columns().stream().map((column) -> column.value(number)).toArray(String[]::new);
		return new Row(number, values);
	}

}
