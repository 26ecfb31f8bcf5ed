package io.kehu.migration.matching.field;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.table.Table;

/**
 * The columns that contain the parts of a postal address.
 *
 * @param all the names of these columns
 * @param areas those of states and countries, which say little alone
 */
public record AddressColumns(Set<String> all, Set<String> areas) {

	private static final Set<ColumnRole> PARTS = EnumSet.of(ColumnRole.ADDRESS, ColumnRole.HOUSE_NUMBER,
			ColumnRole.POSTCODE, ColumnRole.PLACE);

	public AddressColumns {
		all = Set.copyOf(all);
		areas = Set.copyOf(areas);
	}

	/**
	 * Finds these columns by their names and roles.
	 * @param tables the tables, without the columns of their keys
	 * @param known roles of columns by name that are given; others are detected
	 */
	public static AddressColumns among(List<Table> tables, Map<String, ColumnRole> known) {
		Set<String> names = new LinkedHashSet<>();
		Set<String> areas = new LinkedHashSet<>();
		ColumnEvidence.of(tables, known).forEach((columns) -> columns.forEach((column) -> {
			ColumnWords words = new ColumnWords(column.column());
			if (!words.isOfBirth() && (PARTS.contains(column.role()) || words.isOfAddress())) {
				names.add(column.column());
				if (words.isOfArea()) {
					areas.add(column.column());
				}
			}
		}));
		return new AddressColumns(names, areas);
	}

}
