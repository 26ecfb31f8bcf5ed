package io.kehu.migration.move.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A query for rows of a table in the order of its key.
 *
 * @param kind the kind of database
 * @param table the table
 * @param selected the columns to read
 * @param asText for each of these, whether PostgreSQL sends it as text instead of its
 * binary form
 * @param condition a condition in SQL, or null for all rows
 * @param after only rows after this key, if not null
 * @param through only rows up to this key, if not null
 */
public record RowQuery(DatabaseKind kind, Table table, List<Column> selected, List<Boolean> asText,
		@Nullable String condition, @Nullable List<String> after, @Nullable List<String> through) {

	/** Returns a query for all rows. */
	public static RowQuery all(DatabaseKind kind, Table table, List<Column> selected, List<Boolean> asText) {
		return new RowQuery(kind, table, selected, asText, null, null, null);
	}

	/** Returns this query with a condition. */
	public RowQuery where(@Nullable String newCondition) {
		return new RowQuery(this.kind, this.table, this.selected, this.asText, newCondition, this.after, this.through);
	}

	/** Returns this query for a range of keys. */
	public RowQuery between(@Nullable List<String> newAfter, @Nullable List<String> newThrough) {
		return new RowQuery(this.kind, this.table, this.selected, this.asText, this.condition, newAfter, newThrough);
	}

	/** Returns the columns of the key. */
	List<Column> keyColumns() {
		return this.table.key().stream().map((name) -> this.table.column(name).orElseThrow()).toList();
	}

	String sql() {
		List<String> expressions = new ArrayList<>();
		for (int index = 0; index < this.selected.size(); index++) {
			expressions.add(expression(this.selected.get(index), this.asText.get(index)));
		}
		if (this.kind == DatabaseKind.POSTGRESQL) {
			// Keys are needed as text for checkpoints
			keyColumns().forEach((column) -> expressions.add(this.kind.quote(column.name()) + "::text"));
		}
		else {
			keyColumns().stream()
				.filter((column) -> !this.selected.contains(column))
				.forEach((column) -> expressions.add(expression(column, false)));
		}
		List<String> conditions = conditions();
		// Qualified, since PostgreSQL would otherwise mean the selected text
		String keys = this.table.key()
			.stream()
			.map((name) -> this.kind.quote(this.table.name()) + "." + this.kind.quote(name))
			.collect(Collectors.joining(", "));
		return "select " + String.join(", ", expressions) + " from " + this.kind.quote(this.table.name())
				+ (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
				+ (keys.isEmpty() ? "" : " order by " + keys);
	}

	/** Returns the conditions, with columns that are not qualified. */
	List<String> conditions() {
		List<String> conditions = new ArrayList<>();
		if (this.condition != null) {
			conditions.add("(" + this.condition + ")");
		}
		if (this.after != null) {
			conditions.add(compare(this.after, ">"));
		}
		if (this.through != null) {
			conditions.add(compare(this.through, "<="));
		}
		return conditions;
	}

	/**
	 * Compares column by column, since MariaDB uses no index for rows of values, after a
	 * first condition for which it does.
	 */
	private String compare(List<String> key, String operator) {
		List<Column> columns = keyColumns();
		String strict = operator.substring(0, 1);
		List<String> ways = new ArrayList<>();
		StringBuilder equal = new StringBuilder();
		for (int index = 0; index < columns.size(); index++) {
			String name = this.kind.quote(columns.get(index).name());
			String literal = this.kind.literal(columns.get(index), key.get(index));
			boolean end = index == columns.size() - 1;
			ways.add("(" + equal + name + " " + (end ? operator : strict) + " " + literal + ")");
			equal.append(name).append(" = ").append(literal).append(" and ");
		}
		String leading = this.kind.quote(columns.get(0).name()) + " " + strict + "= "
				+ this.kind.literal(columns.get(0), key.get(0));
		return (columns.size() == 1) ? ways.get(0) : "(" + leading + " and (" + String.join(" or ", ways) + "))";
	}

	private String expression(Column column, boolean text) {
		return expression(this.kind, this.kind.quote(column.name()), column, text);
	}

	/** Returns the expression by which a column is read, given its quoted name. */
	static String expression(DatabaseKind kind, String name, Column column, boolean text) {
		if (kind == DatabaseKind.POSTGRESQL) {
			String zoned = column.type().equals("timestamptz") ? "(" + name + " at time zone 'UTC')" : name;
			return text ? zoned + "::text" : name;
		}
		if (column.temporal()) {
			// The driver would take it for a time in the zone of this machine, some of
			// which do not exist
			return "cast(" + name + " as char)";
		}
		// MariaDB prints only six digits of its narrow floating-point numbers
		return column.type().equals("float") ? "cast(" + name + " as double)" : name;
	}

}
