package io.kehu.migration.move.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.kehu.migration.move.value.Value;

/**
 * Rows from MariaDB or MySQL in the text protocol, whose values are those that are
 * stored, valid or not.
 */
final class MariaDbRows implements SourceRows {

	private static final int FETCHED = 500;

	private final Statement statement;

	private final ResultSet results;

	private final boolean[] bytes;

	private final List<Column> keys;

	private final int[] keyPlaces;

	MariaDbRows(Connection connection, RowQuery query) throws SQLException {
		List<Column> selected = query.selected();
		this.bytes = new boolean[selected.size()];
		for (int index = 0; index < this.bytes.length; index++) {
			this.bytes[index] = selected.get(index).sentAsBytes() || selected.get(index).temporal();
		}
		this.keys = query.keyColumns();
		this.keyPlaces = new int[this.keys.size()];
		int further = selected.size();
		for (int index = 0; index < this.keyPlaces.length; index++) {
			int place = selected.indexOf(this.keys.get(index));
			this.keyPlaces[index] = (place >= 0) ? place : further++;
		}
		this.statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
		try {
			this.statement.setFetchSize(FETCHED);
			this.results = this.statement.executeQuery(query.sql());
		}
		catch (SQLException ex) {
			this.statement.close();
			throw ex;
		}
	}

	@Override
	public boolean next() throws SQLException {
		return this.results.next();
	}

	@Override
	public boolean read(int column, Value value) throws SQLException {
		byte[] read;
		if (this.bytes[column]) {
			read = this.results.getBytes(column + 1);
		}
		else {
			String text = this.results.getString(column + 1);
			read = (text != null) ? text.getBytes(StandardCharsets.ISO_8859_1) : null;
		}
		if (read == null) {
			return false;
		}
		value.set(read, 0, read.length);
		return true;
	}

	@Override
	public List<String> key() throws SQLException {
		List<String> key = new ArrayList<>(this.keyPlaces.length);
		for (int index = 0; index < this.keyPlaces.length; index++) {
			int place = this.keyPlaces[index] + 1;
			key.add(this.keys.get(index).sentAsBytes() ? HexFormat.of().formatHex(this.results.getBytes(place))
					: this.results.getString(place));
		}
		return key;
	}

	@Override
	public String shownKey() throws SQLException {
		List<String> key = new ArrayList<>(this.keyPlaces.length);
		for (int place : this.keyPlaces) {
			key.add(this.results.getString(place + 1));
		}
		return String.join(", ", key);
	}

	@Override
	public void close() throws SQLException {
		this.statement.close();
	}

}
