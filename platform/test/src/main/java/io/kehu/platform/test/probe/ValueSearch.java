package io.kehu.platform.test.probe;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import javax.sql.DataSource;

/**
 * Searches every column of every table for a value, to find what is stored in clear.
 */
public final class ValueSearch {

	private static final String TABLES = """
			select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
			where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
			order by 1""";

	private ValueSearch() {
	}

	/**
	 * Returns the tables that contain a value as text, or its bytes.
	 * @param value any text of letters and digits
	 * @throws IllegalStateException if the database cannot be read
	 */
	public static List<String> tablesWith(DataSource database, String value) {
		try (Connection connection = database.getConnection()) {
			return tablesWith(connection, value);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the tables that contain a value as text, or its bytes.
	 * @param value any text of letters and digits
	 */
	public static List<String> tablesWith(Connection connection, String value) throws SQLException {
		List<String> found = new ArrayList<>();
		for (String table : tables(connection)) {
			String sql = "select exists (select 1 from %s t where t::text ilike ? or t::text like ?)".formatted(table);
			try (PreparedStatement statement = connection.prepareStatement(sql)) {
				statement.setString(1, "%" + value + "%");
				statement.setString(2, "%" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)) + "%");
				try (ResultSet result = statement.executeQuery()) {
					if (result.next() && result.getBoolean(1)) {
						found.add(table);
					}
				}
			}
		}
		return found;
	}

	private static List<String> tables(Connection connection) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(TABLES);
				ResultSet result = statement.executeQuery()) {
			while (result.next()) {
				tables.add(result.getString(1));
			}
		}
		return tables;
	}

}
