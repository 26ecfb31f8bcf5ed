package io.kehu.migration.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * Made-up persons as lines of a file, each with a key of its own.
 */
final class SampleCsv {

	private SampleCsv() {
	}

	static List<String> lines(int records, long seed) {
		Table table = new PersonGenerator(seed).generate(records, 0.3).table();
		List<String> lines = new ArrayList<>();
		lines.add("record_key," + table.columns().stream().map(Column::name).collect(Collectors.joining(",")));
		for (int row = 0; row < table.rows(); row++) {
			int current = row;
			lines.add("k" + row + ","
					+ table.columns()
						.stream()
						.map((column) -> Objects.requireNonNullElse(column.value(current), ""))
						.collect(Collectors.joining(",")));
		}
		return lines;
	}

}
