package io.kehu.migration.clean.chain;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.clean.fill.RowShare;
import io.kehu.migration.table.Table;

/**
 * A stored chain of cleaning rules: the same chain gives the same result for the same
 * rows.
 *
 * @param name what stewards call it
 * @param seed where its samples start from
 * @param rules the rules in their order
 */
public record Chain(String name, long seed, List<Rule> rules) {

	public Chain {
		rules = List.copyOf(rules);
	}

	/**
	 * Clean rows, column by column.
	 * @param table the rows, left as they are
	 * @param references sets of known keys by name
	 * @return the cleaned rows with every mark, and the account of all rows
	 * @throws IllegalArgumentException when a rule does not suit the table
	 */
	public Cleaning run(Table table, Map<String, Set<String>> references) {
		return run(table, references, RowShare.ALL);
	}

	/**
	 * Clean rows where others fill the holes of some.
	 * @param table all rows
	 * @param references sets of known keys by name
	 * @param share the rows whose holes are filled
	 * @return as for all rows, with the other rows' holes left
	 */
	public Cleaning run(Table table, Map<String, Set<String>> references, RowShare share) {
		CleaningState workbench = new CleaningState(table, references, share);
		for (Rule rule : this.rules) {
			rule.apply(workbench);
		}
		return workbench.finish();
	}

}
