package io.kehu.migration.move.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The tables of a database as they are found there, in the order of their names.
 *
 * @param kind the kind of database
 * @param tables the tables
 */
public record Schema(DatabaseKind kind, List<Table> tables) {

	/**
	 * Reads the schema of the current database (MariaDB) or schema (PostgreSQL).
	 * @param database the database
	 * @return its schema, never null
	 */
	public static Schema read(Database database) throws SQLException {
		SchemaQueries queries = SchemaQueries.of(database.kind());
		try (Connection connection = database.connect()) {
			Map<String, Found> found = new LinkedHashMap<>();
			for (Map<String, @Nullable String> row : rows(connection, queries.tables())) {
				found.put(text(row, "table"), new Found(number(row, "estimate")));
			}
			for (Map<String, @Nullable String> row : rows(connection, queries.columns())) {
				Found table = found.get(text(row, "table"));
				if (table != null) {
					table.columns.add(column(row));
				}
			}
			for (Map<String, @Nullable String> row : rows(connection, queries.keys())) {
				Found table = found.get(text(row, "table"));
				if (table != null) {
					table.addKey(text(row, "key"), text(row, "column"));
				}
			}
			for (Map<String, @Nullable String> row : rows(connection, queries.indexes())) {
				Found table = found.get(text(row, "table"));
				if (table != null) {
					table.indexes.add(text(row, "index"));
				}
			}
			for (Map<String, @Nullable String> row : rows(connection, queries.references())) {
				Found table = found.get(text(row, "table"));
				if (table != null) {
					table.addReference(row);
				}
			}
			return new Schema(database.kind(),
					found.entrySet().stream().map((entry) -> entry.getValue().table(entry.getKey())).toList());
		}
	}

	/** Returns a table by its name, regardless of case. */
	public Optional<Table> table(String name) {
		return this.tables.stream().filter((table) -> table.name().equalsIgnoreCase(name)).findFirst();
	}

	private static Column column(Map<String, @Nullable String> row) {
		return new Column(text(row, "column"), text(row, "type"), text(row, "declared"), limit(row, "length"),
				limit(row, "precision"), limit(row, "scale"), "YES".equals(row.get("nullable")), row.get("charset"),
				"YES".equals(row.get("filled")), "YES".equals(row.get("generated")), "YES".equals(row.get("counted")));
	}

	private static List<Map<String, @Nullable String>> rows(Connection connection, String query) throws SQLException {
		List<Map<String, @Nullable String>> rows = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(query);
				ResultSet results = statement.executeQuery()) {
			int columns = results.getMetaData().getColumnCount();
			while (results.next()) {
				Map<String, @Nullable String> row = new LinkedHashMap<>();
				for (int column = 1; column <= columns; column++) {
					row.put(results.getMetaData().getColumnLabel(column), results.getString(column));
				}
				rows.add(row);
			}
		}
		return rows;
	}

	private static String text(Map<String, @Nullable String> row, String name) {
		String value = row.get(name);
		if (value == null) {
			throw new IllegalStateException("The catalogue has no " + name + " in " + row + ".");
		}
		return value;
	}

	private static long number(Map<String, @Nullable String> row, String name) {
		String value = row.get(name);
		return (value != null) ? Math.max(0, Long.parseLong(value)) : 0;
	}

	/** Texts of up to four gigabytes have no limit that a text could exceed. */
	private static int limit(Map<String, @Nullable String> row, String name) {
		long value = number(row, name);
		return (value > Integer.MAX_VALUE) ? 0 : (int) value;
	}

	/** A table while its parts are being collected. */
	private static final class Found {

		private final long estimate;

		private final List<Column> columns = new ArrayList<>();

		private final Map<String, List<String>> keys = new LinkedHashMap<>();

		private final Map<String, Table.Reference> references = new LinkedHashMap<>();

		private final List<String> indexes = new ArrayList<>();

		Found(long estimate) {
			this.estimate = estimate;
		}

		void addKey(String key, String column) {
			this.keys.computeIfAbsent(key, (name) -> new ArrayList<>()).add(column);
		}

		void addReference(Map<String, @Nullable String> row) {
			String name = text(row, "name");
			Table.Reference reference = this.references.computeIfAbsent(name,
					(key) -> new Table.Reference(key, new ArrayList<>(), text(row, "parent"), new ArrayList<>()));
			reference.columns().add(text(row, "column"));
			reference.keys().add(text(row, "parentColumn"));
		}

		/** The first key is the primary one, if there is one. */
		Table table(String name) {
			return new Table(name, List.copyOf(this.columns),
					this.keys.values().stream().findFirst().map(List::copyOf).orElse(List.of()),
					List.copyOf(this.references.values()), List.copyOf(this.indexes), this.estimate);
		}

	}

}
