package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.TupleBuffer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads rows by binary {@code COPY}, to which chunks are sent as they are.
 */
final class PostgresLoader implements RowLoader {

	private static final byte[] HEADER = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0,
			0, 0, 0, 0 };

	private static final byte[] TRAILER = { (byte) 0xFF, (byte) 0xFF };

	/** Messages larger than this take the driver's buffer no further. */
	private static final int MESSAGE = 1 << 16;

	private final String columns;

	PostgresLoader(TablePlan plan) {
		this.columns = plan.targetColumns()
			.stream()
			.map((column) -> DatabaseKind.POSTGRESQL.quote(column.name()))
			.collect(Collectors.joining(", "));
	}

	@Override
	public void insert(Connection connection, String table, TupleBuffer rows, int from, int to) throws SQLException {
		CopyIn copy = connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy " + table + " (" + this.columns + ") from stdin (format binary)");
		try {
			copy.writeToCopy(HEADER, 0, HEADER.length);
			int end = rows.start(to);
			for (int position = rows.start(from); position < end; position += MESSAGE) {
				copy.writeToCopy(rows.data(), position, Math.min(MESSAGE, end - position));
			}
			copy.writeToCopy(TRAILER, 0, TRAILER.length);
			copy.endCopy();
		}
		finally {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		}
	}

}
