package io.kehu.migration.run;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;

import io.kehu.migration.intake.Row;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A filter for changes; absent properties match all.
 *
 * @param rule the position of the rule, starting from 1
 * @param column the column
 * @param kind the kind of change
 */
record ChangeFilter(@Nullable Integer rule, @Nullable String column, @Nullable String kind) implements Predicate<Row> {

	private static final int RULE = ChangeLog.COLUMNS.indexOf("rule");

	private static final int COLUMN = ChangeLog.COLUMNS.indexOf("column");

	private static final int KIND = ChangeLog.COLUMNS.indexOf("kind");

	/**
	 * Returns this filter if it is valid.
	 * @throws ProblemException 400 if there is no such kind
	 */
	ChangeFilter checked() {
		if (this.kind != null
				&& Arrays.stream(ChangeKind.values()).noneMatch((one) -> one.toString().equals(this.kind))) {
			throw ProblemException.invalidParameter("kind", "invalid_value",
					"must be one of " + Arrays.toString(ChangeKind.values()));
		}
		return this;
	}

	@Override
	public boolean test(Row row) {
		return (this.rule == null || this.rule.toString().equals(row.value(RULE)))
				&& (this.column == null || Objects.equals(this.column, row.value(COLUMN)))
				&& (this.kind == null || this.kind.equals(row.value(KIND)));
	}

}
