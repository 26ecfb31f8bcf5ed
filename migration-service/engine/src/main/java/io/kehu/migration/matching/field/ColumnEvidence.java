package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * The role of a column in a linkage, and what it was concluded from.
 *
 * @param column the name of the column
 * @param role its role
 * @param origin what the role was concluded from
 */
public record ColumnEvidence(String column, ColumnRole role, Origin origin) {

	/**
	 * Determines the roles of all columns as a linkage does.
	 * @param tables the tables that are to be linked, without the columns of their keys
	 * @param known roles of columns by name that are given; others are detected
	 * @return the roles by table, in the order of its columns
	 */
	public static List<List<ColumnEvidence>> of(List<Table> tables, Map<String, ColumnRole> known) {
		List<Map<String, ColumnRole>> roles = Alignment.roles(tables, known);
		List<List<ColumnEvidence>> evidence = new ArrayList<>();
		for (int i = 0; i < tables.size(); i++) {
			Map<String, ColumnRole> own = roles.get(i);
			evidence.add(tables.get(i).columns().stream().map((column) -> {
				ColumnRole role = own.getOrDefault(column.name(), ColumnRole.IGNORED);
				return new ColumnEvidence(column.name(), role, origin(column, role, known));
			}).toList());
		}
		return evidence;
	}

	private static Origin origin(Column column, ColumnRole role, Map<String, ColumnRole> known) {
		if (known.containsKey(column.name())) {
			return Origin.REQUEST;
		}
		if (role == ColumnRole.IGNORED && column.distinct() < 2) {
			return Origin.SINGLE_VALUE;
		}
		return (new ColumnWords(column.name()).role() == role) ? Origin.NAME : Origin.VALUES;
	}

	/**
	 * What a role was concluded from.
	 */
	public enum Origin {

		/** The request assigns it. */
		REQUEST,

		/** The column identifies the records. */
		KEY,

		/** The name of the column. */
		NAME,

		/** The values of the column, or the other columns. */
		VALUES,

		/** The column has one value, or none. */
		SINGLE_VALUE;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
