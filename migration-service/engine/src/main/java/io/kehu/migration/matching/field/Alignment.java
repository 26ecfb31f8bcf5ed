package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Lays the columns of several tables beside one another: those of one role and one name,
 * then the others of a role in their order, save where a role alone says too little of
 * what they mean.
 */
final class Alignment {

	/** Two such columns have nothing in common unless their names say so. */
	private static final Set<ColumnRole> VAGUE = EnumSet.of(ColumnRole.CATEGORY, ColumnRole.TEXT, ColumnRole.NUMBER);

	private final List<Table> tables;

	private final List<Map<String, ColumnRole>> roles = new ArrayList<>();

	private Alignment(List<Table> tables, Map<String, ColumnRole> known) {
		this.tables = tables;
		for (Table table : tables) {
			Map<String, ColumnRole> all = RoleDetector.detect(table);
			NameCopies.ignore(table, all);
			all.putAll(known);
			this.roles.add(all);
		}
		if (tables.size() > 1) {
			for (int table = 0; table < tables.size(); table++) {
				ofOneValue(tables.get(table), this.roles.get(table), known.keySet());
			}
		}
	}

	/** Returns the role of each column by its name, for each table. */
	static List<Map<String, ColumnRole>> roles(List<Table> tables, Map<String, ColumnRole> known) {
		return new Alignment(tables, known).roles;
	}

	/**
	 * Align columns.
	 * @param tables at least one
	 * @param known roles of columns by name; others are detected
	 * @return for each table the columns by role, those with the same place in a role
	 * meaning the same; null where a table has none
	 */
	static List<Map<ColumnRole, List<@Nullable Column>>> of(List<Table> tables, Map<String, ColumnRole> known) {
		Alignment alignment = new Alignment(tables, known);
		List<Map<ColumnRole, List<@Nullable Column>>> aligned = new ArrayList<>();
		tables.forEach((table) -> aligned.add(new EnumMap<>(ColumnRole.class)));
		for (ColumnRole role : ColumnRole.values()) {
			List<String> places = new ArrayList<>();
			for (int table = 0; table < tables.size(); table++) {
				List<@Nullable Column> placed = alignment.placed(table, role, places);
				if (!placed.isEmpty()) {
					aligned.get(table).put(role, placed);
				}
			}
		}
		return aligned;
	}

	/** A column of one value says nothing within its table, but does against others. */
	private void ofOneValue(Table table, Map<String, ColumnRole> own, Set<String> known) {
		for (Column column : table.columns()) {
			if (column.distinct() == 1 && !known.contains(column.name())) {
				this.roles.stream()
					.map((other) -> other.get(column.name()))
					.filter((role) -> role != null && role != ColumnRole.IGNORED && role != ColumnRole.RECORD_KEY)
					.findFirst()
					.or(() -> Optional.ofNullable(new ColumnWords(column.name()).role()))
					.ifPresent((role) -> own.put(column.name(), role));
			}
		}
	}

	/**
	 * Returns the columns of a role in the places that tables before have taken, and new
	 * ones.
	 */
	private List<@Nullable Column> placed(int table, ColumnRole role, List<String> places) {
		List<Column> columns = this.tables.get(table)
			.columns()
			.stream()
			.filter((column) -> this.roles.get(table).getOrDefault(column.name(), ColumnRole.IGNORED) == role)
			.toList();
		List<@Nullable Column> placed = new ArrayList<>();
		places.forEach((place) -> placed.add(null));
		List<Column> others = new ArrayList<>();
		for (Column column : columns) {
			int place = places.indexOf(name(column));
			if (place >= 0 && placed.get(place) == null) {
				placed.set(place, column);
			}
			else {
				others.add(column);
			}
		}
		for (Column column : others) {
			int free = VAGUE.contains(role) ? -1 : placed.indexOf(null);
			if (free >= 0) {
				placed.set(free, column);
			}
			else {
				placed.add(column);
				places.add(name(column));
			}
		}
		return placed;
	}

	private static String name(Column column) {
		return NormalForms.squeeze(column.name());
	}

}
