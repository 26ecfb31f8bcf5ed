package io.kehu.migration.move.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Divides a table into partitions of about equal size, as conditions in SQL: ranges of
 * the leading column of its key at quantiles, or, where single values are too frequent
 * for that, hashes of the whole key or of a given column.
 */
public final class KeyRanges {

	private final Database database;

	private final Table table;

	/**
	 * Creates the division of a table.
	 * @param database the database of the table
	 * @param table the table
	 */
	public KeyRanges(Database database, Table table) {
		this.database = database;
		this.table = table;
	}

	/**
	 * Divides the table.
	 * @param wanted the number of partitions
	 * @param column a column whose hash divides the table, or null
	 * @return a condition for each partition, or null for all rows
	 */
	public List<@Nullable String> divide(int wanted, @Nullable String column) throws SQLException {
		List<@Nullable String> conditions = new ArrayList<>();
		if (wanted <= 1 || this.table.key().isEmpty()) {
			conditions.add(null);
			return conditions;
		}
		if (column != null) {
			conditions.addAll(hashes(wanted, List.of(column)));
			return conditions;
		}
		List<String> borders = borders(wanted);
		if (borders.size() < wanted - 1) {
			conditions.addAll(hashes(wanted, this.table.key()));
			return conditions;
		}
		Column leading = this.table.column(this.table.key().get(0)).orElseThrow();
		String name = this.database.kind().quote(leading.name());
		for (int number = 0; number < wanted; number++) {
			String from = (number > 0) ? name + " >= " + literal(leading, borders.get(number - 1)) : null;
			String to = (number < wanted - 1) ? name + " < " + literal(leading, borders.get(number)) : null;
			conditions.add((from == null) ? to : (to == null) ? from : from + " and " + to);
		}
		return conditions;
	}

	private String literal(Column column, String text) {
		return this.database.kind().literal(column, text);
	}

	/** Returns distinct values of the leading column at the quantiles. */
	private List<String> borders(int wanted) throws SQLException {
		Column leading = this.table.column(this.table.key().get(0)).orElseThrow();
		String name = this.database.kind().quote(leading.name());
		boolean hex = this.database.kind() == DatabaseKind.MARIADB && leading.sentAsBytes();
		String from = " from " + this.database.kind().quote(this.table.name());
		String text = (this.database.kind() == DatabaseKind.MARIADB) ? " as char" : " as text";
		List<String> borders = new ArrayList<>();
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			long rows = Long.parseLong(single(statement, "select count(*)" + from, ""));
			for (int border = 1; border < wanted; border++) {
				// Qualified, since PostgreSQL would otherwise order by the selected text
				String value = single(statement,
						"select " + (hex ? "hex(" + name + ")" : "cast(" + name + text + ")") + from + " order by "
								+ this.database.kind().quote(this.table.name()) + "." + name + " limit 1 offset "
								+ rows * border / wanted,
						"");
				if (!value.isEmpty() && !borders.contains(value)) {
					borders.add(value);
				}
			}
		}
		return borders;
	}

	private static String single(Statement statement, String query, String otherwise) throws SQLException {
		try (ResultSet results = statement.executeQuery(query)) {
			return results.next() ? results.getString(1) : otherwise;
		}
	}

	private List<String> hashes(int wanted, List<String> columns) {
		DatabaseKind kind = this.database.kind();
		String hash = kind.hash(columns.stream().map(kind::quote).collect(Collectors.joining(", ")));
		List<String> conditions = new ArrayList<>();
		for (int number = 0; number < wanted; number++) {
			conditions.add(hash + " % " + wanted + " = " + number);
		}
		return conditions;
	}

}
