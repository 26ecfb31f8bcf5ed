package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.move.value.TupleBuffer;

/**
 * Loads the rows of a chunk, all that the target accepts: if it refuses some, they are
 * found by halving.
 */
final class ChunkLoader {

	private final RowLoader loader;

	private final String table;

	ChunkLoader(RowLoader loader, String table) {
		this.loader = loader;
		this.table = table;
	}

	/**
	 * Loads rows in the current transaction.
	 * @return the rows that were refused, with their numbers
	 */
	List<Refused> load(Connection connection, TupleBuffer rows) throws SQLException {
		List<Refused> refused = new ArrayList<>();
		if (rows.rows() > 0) {
			load(connection, rows, 0, rows.rows(), refused);
		}
		return refused;
	}

	private void load(Connection connection, TupleBuffer rows, int from, int to, List<Refused> refused)
			throws SQLException {
		Savepoint savepoint = connection.setSavepoint();
		try {
			this.loader.insert(connection, this.table, rows, from, to);
			connection.releaseSavepoint(savepoint);
			return;
		}
		catch (SQLException ex) {
			if (!Refusal.isAbout(ex)) {
				throw ex;
			}
			connection.rollback(savepoint);
			if (to - from == 1) {
				refused.add(new Refused(from, Refusal.of(ex)));
				return;
			}
		}
		int middle = (from + to) >>> 1;
		load(connection, rows, from, middle, refused);
		load(connection, rows, middle, to, refused);
	}

	/**
	 * A refused row.
	 *
	 * @param row its number
	 * @param why the reason
	 */
	record Refused(int row, Refusal why) {
	}

}
