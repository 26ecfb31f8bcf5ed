package io.kehu.migration.move.database;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a table together with at most one row of each of some other tables, as
 * text, in pieces that follow each other in the order of the key.
 *
 * @param kind the kind of database
 * @param table the table
 * @param key the columns that identify a row, or the group that it belongs to
 * @param joins the other tables, each after those that it refers to
 * @param selected the values to read
 */
public record JoinedQuery(DatabaseKind kind, Table table, List<String> key, List<Joined> joins,
		List<Selected> selected) {

	/**
	 * Reads the rows that follow a key.
	 * @param connection a connection
	 * @param condition a condition in SQL on the columns of the table, or null
	 * @param after the key, or null for the first rows
	 * @param limit the most rows
	 */
	public List<JoinedRow> next(Connection connection, @Nullable String condition, @Nullable List<String> after,
			int limit) throws SQLException {
		Table keyed = new Table(this.table.name(), this.table.columns(), this.key, List.of(), List.of(), 0);
		List<String> conditions = new RowQuery(this.kind, keyed, List.of(), List.of(), condition, after, null)
			.conditions();
		return read(connection, String.join(" and ", conditions), limit);
	}

	/**
	 * Reads all rows with some keys.
	 * @param keys the keys, each with as many values as there are columns in the key
	 */
	public List<JoinedRow> of(Connection connection, List<List<String>> keys) throws SQLException {
		return keys.isEmpty() ? List.of()
				: read(connection, "(" + keys.stream().map(this::equal).collect(Collectors.joining(" or ")) + ")", 0);
	}

	/** Counts the rows that meet a condition. */
	public long count(Connection connection, @Nullable String condition) throws SQLException {
		String where = (condition != null) ? " where " + condition : "";
		try (Statement statement = connection.createStatement();
				ResultSet result = statement
					.executeQuery("select count(*) from " + this.kind.quote(this.table.name()) + where)) {
			result.next();
			return result.getLong(1);
		}
	}

	/**
	 * Returns the keys of rows, for people, that refer to no row of another table.
	 * @param connection a connection
	 * @param parent the other query, whose key the key of this one refers to
	 * @param condition a condition in SQL on the rows of the other table, or null
	 * @param limit the most keys
	 */
	public List<String> withoutParent(Connection connection, JoinedQuery parent, @Nullable String condition, int limit)
			throws SQLException {
		String here = this.kind.quote(this.table.name());
		String there = this.kind.quote(parent.table.name());
		List<String> shown = this.table.key().isEmpty() ? this.key : this.table.key();
		String sql = "select " + shown.stream().map(this::keyExpression).collect(Collectors.joining(", ")) + " from "
				+ here + " where not exists (select 1 from " + there + " where " + there + "."
				+ this.kind.quote(parent.key.get(0)) + " = " + here + "." + this.kind.quote(this.key.get(0))
				+ ((condition != null) ? " and " + condition : "") + ") limit " + limit;
		List<String> keys = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				List<String> values = new ArrayList<>();
				for (int column = 1; column <= shown.size(); column++) {
					values.add(String.valueOf(result.getString(column)));
				}
				keys.add(String.join("-", values));
			}
		}
		return keys;
	}

	private String equal(List<String> values) {
		List<String> parts = new ArrayList<>();
		for (int index = 0; index < this.key.size(); index++) {
			Column column = this.table.column(this.key.get(index)).orElseThrow();
			parts.add(this.kind.quote(column.name()) + " = " + this.kind.literal(column, values.get(index)));
		}
		return "(" + String.join(" and ", parts) + ")";
	}

	private List<JoinedRow> read(Connection connection, String conditions, int limit) throws SQLException {
		List<JoinedRow> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql(conditions, limit))) {
			while (result.next()) {
				rows.add(row(result));
			}
		}
		return rows;
	}

	String sql(String conditions, int limit) {
		List<String> expressions = new ArrayList<>();
		for (Selected one : this.selected) {
			String name = this.kind.quote(one.alias()) + "." + this.kind.quote(one.column().name());
			expressions.add(RowQuery.expression(this.kind, name, one.column(), true));
		}
		this.key.forEach((name) -> expressions.add(keyExpression(name)));
		String main = this.kind.quote(this.table.name());
		String order = this.key.stream().map(this.kind::quote).collect(Collectors.joining(", "));
		// The limit applies before the joins, so that each piece is a range of the key
		StringBuilder sql = new StringBuilder("select ").append(String.join(", ", expressions))
			.append(" from (select * from ")
			.append(main)
			.append(conditions.isEmpty() ? "" : " where " + conditions)
			.append((limit > 0) ? " order by " + order + " limit " + limit : "")
			.append(") ")
			.append(main);
		this.joins.forEach((join) -> sql.append(join(join)));
		return sql.append(" order by ")
			.append(this.key.stream()
				.map((name) -> main + "." + this.kind.quote(name))
				.collect(Collectors.joining(", ")))
			.toString();
	}

	private String join(Joined join) {
		String conditions = join.on()
			.entrySet()
			.stream()
			.map((pair) -> this.kind.quote(join.alias()) + "." + this.kind.quote(pair.getKey()) + " = "
					+ this.kind.quote(pair.getValue().alias()) + "." + this.kind.quote(pair.getValue().column().name()))
			.sorted()
			.collect(Collectors.joining(" and "));
		return " left join " + this.kind.quote(join.table().name()) + " " + this.kind.quote(join.alias()) + " on "
				+ conditions;
	}

	private String keyExpression(String name) {
		Column column = this.table.column(name).orElseThrow();
		String qualified = this.kind.quote(this.table.name()) + "." + this.kind.quote(column.name());
		return RowQuery.expression(this.kind, qualified, column, true);
	}

	private JoinedRow row(ResultSet result) throws SQLException {
		List<SourceText> values = new ArrayList<>(this.selected.size());
		for (int index = 0; index < this.selected.size(); index++) {
			Selected one = this.selected.get(index);
			values.add(value(result, index + 1, one.column(), one.charset()));
		}
		List<String> keys = new ArrayList<>(this.key.size());
		List<String> shown = new ArrayList<>(this.key.size());
		for (int index = 0; index < this.key.size(); index++) {
			Column column = this.table.column(this.key.get(index)).orElseThrow();
			int place = this.selected.size() + index + 1;
			SourceText text = value(result, place, column, charset(column));
			String plain = (text.text() != null) ? text.text() : "";
			shown.add(plain);
			boolean bytes = this.kind == DatabaseKind.MARIADB && column.sentAsBytes();
			keys.add(bytes ? hex(result.getBytes(place)) : plain);
		}
		return new JoinedRow(keys, shown, values);
	}

	private static String hex(byte @Nullable [] bytes) {
		return (bytes != null) ? HexFormat.of().formatHex(bytes) : "";
	}

	private static Charset charset(Column column) {
		String name = column.charset();
		return (name != null) ? Charsets.of(name) : StandardCharsets.UTF_8;
	}

	private SourceText value(ResultSet result, int place, Column column, Charset charset) throws SQLException {
		if (this.kind == DatabaseKind.POSTGRESQL || !(column.sentAsBytes() || column.temporal())) {
			String text = result.getString(place);
			return (text != null) ? SourceText.of(text) : SourceText.NULL;
		}
		byte[] bytes = result.getBytes(place);
		if (bytes == null) {
			return SourceText.NULL;
		}
		return column.type().equals("bit") ? SourceText.bits(bytes)
				: SourceText.decoded(bytes, column.temporal() ? StandardCharsets.US_ASCII : charset);
	}

	/**
	 * Another table, of which a row belongs to each row.
	 *
	 * @param alias its name in the query
	 * @param table the table
	 * @param on for each column of its key, the value that it is equal to
	 */
	public record Joined(String alias, Table table, Map<String, Selected> on) {
	}

	/**
	 * A value to read.
	 *
	 * @param alias the name of its table in the query
	 * @param column the column
	 * @param charset the encoding of its bytes, where the database sends them
	 */
	public record Selected(String alias, Column column, Charset charset) {

		/** Returns a value in the encoding that its column declares. */
		public static Selected of(String alias, Column column) {
			return new Selected(alias, column, JoinedQuery.charset(column));
		}

	}

}
