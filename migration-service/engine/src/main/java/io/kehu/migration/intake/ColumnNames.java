package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes names of columns usable: stripped, never empty, never the same twice.
 */
final class ColumnNames {

	private ColumnNames() {
	}

	static List<String> of(List<String> header) {
		List<String> names = new ArrayList<>();
		Set<String> taken = new HashSet<>();
		for (String cell : header) {
			String name = cell.strip().replaceAll("[\\s\\u00A0]+", " ");
			if (name.isEmpty()) {
				name = "column_" + (names.size() + 1);
			}
			String unique = name;
			for (int i = 2; !taken.add(unique); i++) {
				unique = "%s (%d)".formatted(name, i);
			}
			names.add(unique);
		}
		return names;
	}

	static List<String> numbered(int count) {
		List<String> names = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			names.add("column_" + i);
		}
		return names;
	}

}
