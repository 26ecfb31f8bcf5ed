package io.kehu.migration.matching.blocking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * The blocks of a rule that were left out because they hold too many records to compare.
 *
 * @param rule the rule's name
 * @param blocks how many blocks were left out
 * @param records how many records these held
 * @param largest size of the largest of them
 */
public record CappedBlock(String rule, int blocks, int records, int largest) {

	/**
	 * Returns the columns with a single value: no rule uses them, so they would go
	 * unreported.
	 * @param tables the tables to be linked
	 * @param least the number of records from which they are reported
	 * @return a block for each such column
	 */
	public static List<CappedBlock> constants(List<Table> tables, int least) {
		Map<String, Set<String>> values = new LinkedHashMap<>();
		Map<String, Integer> present = new LinkedHashMap<>();
		for (Table table : tables) {
			for (Column column : table.columns()) {
				Set<String> met = values.computeIfAbsent(column.name(), (name) -> new HashSet<>());
				for (int code = 0; code < column.distinct() && met.size() < 2; code++) {
					met.add(column.text(code));
				}
				present.merge(column.name(), column.present(), Integer::sum);
			}
		}
		List<CappedBlock> constants = new ArrayList<>();
		values.forEach((name, met) -> {
			int records = present.getOrDefault(name, 0);
			if (met.size() == 1 && records > least) {
				constants.add(new CappedBlock(name + ": one value for all", 1, records, records));
			}
		});
		return constants;
	}

}
