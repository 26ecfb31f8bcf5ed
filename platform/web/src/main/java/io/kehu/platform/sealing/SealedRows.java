package io.kehu.platform.sealing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals the values of rows in the order of their keys, in chunks that are a transaction
 * each.
 */
public final class SealedRows {

	private static final int CHUNK = 500;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	/** Creates an object for the tables of a database. */
	public SealedRows(JdbcTemplate jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	/**
	 * Seals rows.
	 * @param first the key before all others
	 * @return the number of rows that were changed
	 */
	public <T> long seal(Walk<T> walk, Object... first) {
		long sealed = 0;
		Object[] after = first;
		List<T> rows;
		do {
			rows = this.jdbc.query(walk.select() + " limit " + CHUNK, walk.reader(), after);
			List<Object[]> changes = rows.stream().map(walk.change()).filter(Objects::nonNull).toList();
			sealed += update(walk.update(), changes);
			after = rows.isEmpty() ? after : walk.key().apply(rows.get(rows.size() - 1));
		}
		while (rows.size() == CHUNK);
		return sealed;
	}

	private int update(String sql, List<Object[]> changes) {
		Integer changed = this.transactions
			.execute((status) -> changes.isEmpty() ? 0 : Arrays.stream(this.jdbc.batchUpdate(sql, changes)).sum());
		return Objects.requireNonNull(changed);
	}

	/**
	 * A way through the rows of a table.
	 *
	 * @param select selects rows after a key, which is its parameters, ordered by it
	 * @param reader reads a row
	 * @param key returns the key of a row
	 * @param update changes a row if it is still as it was read
	 * @param change returns the parameters of the update, or null if there is nothing to
	 * seal in the row
	 */
	public record Walk<T>(String select, RowMapper<T> reader, Function<T, Object[]> key, String update,
			Function<T, Object @Nullable []> change) {
	}

}
