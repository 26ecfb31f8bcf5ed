package io.kehu.migration.matching.field;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.table.Table;

/**
 * Finds the columns that contain the parts of a postal address.
 */
public final class AddressColumns {

	private static final Set<ColumnRole> PARTS = EnumSet.of(ColumnRole.ADDRESS, ColumnRole.HOUSE_NUMBER,
			ColumnRole.POSTCODE, ColumnRole.PLACE);

	private AddressColumns() {
	}

	/**
	 * Returns the roles of these columns by their names. States and countries are
	 * categories.
	 * @param tables the tables, without the columns of their keys
	 * @param known roles of columns by name that are given; others are detected
	 */
	public static Map<String, ColumnRole> among(List<Table> tables, Map<String, ColumnRole> known) {
		Map<String, ColumnRole> address = new HashMap<>();
		ColumnEvidence.of(tables, known).forEach((columns) -> columns.forEach((column) -> {
			ColumnWords words = new ColumnWords(column.column());
			ColumnRole named = words.address();
			ColumnRole role = PARTS.contains(column.role()) ? column.role() : named;
			if (role != null && !words.isOfBirth()) {
				address.putIfAbsent(column.column(), role);
			}
		}));
		return address;
	}

}
