package io.kehu.migration.move.plan;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.RowQuery;
import io.kehu.migration.move.database.Table;
import io.kehu.migration.move.value.Cast;
import io.kehu.migration.move.value.RowTally.TalliedColumn;
import io.kehu.migration.move.value.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * How a table is moved.
 *
 * @param number its number in the run, in the order of dependence
 * @param source the source table
 * @param target the target table
 * @param create whether the run creates the target table
 * @param columns the columns to move
 * @param partitions for each partition a condition in the source's SQL; null for all rows
 */
public record TablePlan(int number, Table source, Table target, boolean create, List<ColumnPlan> columns,
		List<@Nullable String> partitions) {

	/**
	 * Returns whether rows can be told apart by a key, in the source and in the target.
	 */
	public boolean keyed() {
		return !this.source.key().isEmpty() && !this.target.key().isEmpty()
				&& keyPlaces().size() == this.target.key().size();
	}

	/** Returns where the target's key is among the columns. */
	public List<Integer> keyPlaces() {
		List<Integer> places = new ArrayList<>();
		for (int index = 0; index < this.columns.size(); index++) {
			String name = this.columns.get(index).target().name();
			if (this.target.key().stream().anyMatch(name::equalsIgnoreCase)) {
				places.add(index);
			}
		}
		return places;
	}

	/** Returns the query for a partition of the source. */
	public RowQuery sourceQuery(DatabaseKind from, DatabaseKind to, int partition) {
		return RowQuery
			.all(from, this.source, this.columns.stream().map(ColumnPlan::source).toList(),
					this.columns.stream().map((column) -> column.asText(from, to)).toList())
			.where(this.partitions.get(partition));
	}

	/** Returns the casts of the columns. */
	public Cast[] casts(DatabaseKind from, DatabaseKind to) {
		return this.columns.stream().map((column) -> column.cast(from, to)).toArray(Cast[]::new);
	}

	/** Returns the columns for tallies. */
	public List<TalliedColumn> tallied() {
		return this.columns.stream().map(ColumnPlan::tallied).toList();
	}

	/** Returns the types of the columns. */
	public List<ValueType> types() {
		return this.columns.stream().map(ColumnPlan::type).toList();
	}

	/** Returns the target columns. */
	public List<Column> targetColumns() {
		return this.columns.stream().map(ColumnPlan::target).toList();
	}

	/** Returns the plan to read the target as it was loaded. */
	public TablePlan ofTarget() {
		List<ColumnPlan> own = this.columns.stream()
			.map((column) -> new ColumnPlan(column.target(), column.target(), column.type(), ColumnRule.NONE))
			.toList();
		List<@Nullable String> whole = new ArrayList<>();
		whole.add(null);
		return new TablePlan(this.number, this.target, this.target, false, own, whole);
	}

}
