package io.kehu.migration.move.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.kehu.migration.move.value.Value;

/**
 * The rows of a query while they are streamed from their database.
 */
public interface SourceRows extends AutoCloseable {

	/**
	 * Executes a query.
	 * @param connection a connection in a transaction
	 * @param query the query
	 * @return the rows, to be closed
	 */
	static SourceRows open(Connection connection, RowQuery query) throws SQLException {
		return switch (query.kind()) {
			case MARIADB -> new MariaDbRows(connection, query);
			case POSTGRESQL -> new PostgresRows(connection, query);
		};
	}

	/**
	 * Moves to the next row.
	 * @return whether there is one
	 */
	boolean next() throws SQLException;

	/**
	 * Reads a value of the row.
	 * @param column the number of the selected column, starting from 0
	 * @param value is pointed to the bytes of the value
	 * @return false if the value is null
	 */
	boolean read(int column, Value value) throws SQLException;

	/** Returns the key of the row in a form that later queries understand. */
	List<String> key() throws SQLException;

	/** Returns the key of the row for people. */
	String shownKey() throws SQLException;

	@Override
	void close() throws SQLException;

}
