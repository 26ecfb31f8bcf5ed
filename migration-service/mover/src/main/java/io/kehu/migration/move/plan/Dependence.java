package io.kehu.migration.move.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.kehu.migration.move.database.Table;

/**
 * Orders tables so that referenced ones come first.
 */
final class Dependence {

	private Dependence() {
	}

	static List<Table> order(List<Table> tables, List<String> notes) {
		List<Table> left = new ArrayList<>(tables);
		List<Table> ordered = new ArrayList<>();
		Set<String> placed = new HashSet<>();
		while (!left.isEmpty()) {
			Table next = left.stream().filter((table) -> ready(table, placed, left)).findFirst().orElse(null);
			if (next == null) {
				next = left.get(0);
				notes.add("The tables " + left.stream().map(Table::name).toList()
						+ " refer to each other in a circle, of which " + next.name() + " is loaded first.");
			}
			left.remove(next);
			placed.add(next.name());
			ordered.add(next);
		}
		return ordered;
	}

	private static boolean ready(Table table, Set<String> placed, List<Table> left) {
		return table.references()
			.stream()
			.map(Table.Reference::table)
			.allMatch((parent) -> parent.equals(table.name()) || placed.contains(parent)
					|| left.stream().noneMatch((other) -> other.name().equals(parent)));
	}

}
