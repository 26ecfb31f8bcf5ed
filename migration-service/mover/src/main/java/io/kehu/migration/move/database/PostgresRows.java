package io.kehu.migration.move.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.move.value.TupleBuffer;
import io.kehu.migration.move.value.Value;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows from PostgreSQL as the binary output of {@code COPY}.
 */
final class PostgresRows implements SourceRows {

	/** The length of the signature, the flags and the length of the extension. */
	private static final int HEADER = 19;

	private final CopyOut copy;

	private final int selected;

	private final int[] starts;

	private byte[] row = new byte[0];

	private boolean first = true;

	PostgresRows(Connection connection, RowQuery query) throws SQLException {
		this.selected = query.selected().size();
		this.starts = new int[this.selected + query.table().key().size()];
		this.copy = connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyOut("copy (" + query.sql() + ") to stdout (format binary)");
	}

	/** Each message holds one row; the first one also holds the header. */
	@Override
	public boolean next() throws SQLException {
		byte @Nullable [] message = this.copy.readFromCopy();
		if (message == null) {
			return false;
		}
		this.row = message;
		int position = 0;
		if (this.first) {
			this.first = false;
			position = HEADER;
			if (message.length == HEADER) {
				return next();
			}
		}
		if (message.length - position == 2) {
			// The trailer
			return next();
		}
		position += 2;
		for (int field = 0; field < this.starts.length; field++) {
			this.starts[field] = position;
			position += 4 + Math.max(0, TupleBuffer.intAt(message, position));
		}
		return true;
	}

	@Override
	public boolean read(int column, Value value) {
		int start = this.starts[column];
		int length = TupleBuffer.intAt(this.row, start);
		if (length < 0) {
			return false;
		}
		value.set(this.row, start + 4, start + 4 + length);
		return true;
	}

	@Override
	public List<String> key() {
		List<String> key = new ArrayList<>(this.starts.length - this.selected);
		for (int field = this.selected; field < this.starts.length; field++) {
			int start = this.starts[field];
			key.add(new String(this.row, start + 4, TupleBuffer.intAt(this.row, start), StandardCharsets.UTF_8));
		}
		return key;
	}

	@Override
	public String shownKey() {
		return String.join(", ", key());
	}

	@Override
	public void close() throws SQLException {
		if (this.copy.isActive()) {
			this.copy.cancelCopy();
		}
	}

}
