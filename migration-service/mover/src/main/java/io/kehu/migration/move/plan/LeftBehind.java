package io.kehu.migration.move.plan;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.move.database.Table.Reference;

/**
 * Lists what a move does not carry over, so that nothing is lost unnoticed.
 */
final class LeftBehind {

	private LeftBehind() {
	}

	static List<String> of(List<TablePlan> tables) {
		List<String> notes = new ArrayList<>();
		for (TablePlan table : tables) {
			if (table.create()) {
				of(table, tables, notes);
			}
		}
		notes.add("Views, triggers, routines, check constraints and rights stay behind.");
		notes
			.add("Each partition is read in a snapshot of its own. Rows that are added, removed or given other keys while"
					+ " the move runs can be missed; the report compares the number of rows with that of the source.");
		return notes;
	}

	private static void of(TablePlan table, List<TablePlan> tables, List<String> notes) {
		String name = table.source().name();
		if (!table.source().indexes().isEmpty()) {
			notes.add(name + ": these indexes stay behind: " + String.join(", ", table.source().indexes()) + ".");
		}
		List<String> filled = table.columns()
			.stream()
			.filter((column) -> column.source().filled() && !(column.source().counted() && column.type().wholeNumber()))
			.map((column) -> column.source().name())
			.toList();
		if (!filled.isEmpty()) {
			notes.add(name + ": the defaults of these columns stay behind: " + String.join(", ", filled) + ".");
		}
		for (Reference reference : table.source().references()) {
			boolean carried = tables.stream()
				.anyMatch((parent) -> parent.source().name().equals(reference.table())
						&& parent.source().key().equals(reference.keys()));
			if (!carried) {
				notes.add(name + ": the foreign key " + reference.name() + " stays behind, since " + reference.table()
						+ " does not move with the key that it refers to.");
			}
		}
	}

}
