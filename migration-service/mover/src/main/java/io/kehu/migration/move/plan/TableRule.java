package io.kehu.migration.move.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a steward wishes for a table.
 *
 * @param source the name of the source table
 * @param target the name of the target table, or null for the same
 * @param columns the rules of columns, by the name of the source column
 * @param ignored the source columns that are left behind
 * @param partitionBy a source column by whose hash rows are divided, such as a region, or
 * null to divide by the key
 */
public record TableRule(String source, @Nullable String target, Map<String, ColumnRule> columns, List<String> ignored,
		@Nullable String partitionBy) {

	/** Returns the rule to move a table as it is. */
	public static TableRule asIs(String source) {
		return new TableRule(source, null, Map.of(), List.of(), null);
	}

	String targetName() {
		return (this.target != null) ? this.target : this.source;
	}

	ColumnRule column(String name) {
		return this.columns.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().equalsIgnoreCase(name))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(ColumnRule.NONE);
	}

	boolean ignores(String name) {
		return this.ignored.stream().anyMatch(name::equalsIgnoreCase);
	}

}
