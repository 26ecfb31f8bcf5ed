package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.value.RowTally.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of runs, in tables beside the target's own, so that a chunk and its
 * checkpoint are committed together or not at all.
 */
public final class Ledger {

	private static final String REJECTIONS = "select partition_no, chunk_no, place, row_key, column_name, value, code,"
			+ " reason from kehu_move_reject where run = ? and table_no = ?";

	private static final int PAGE = 1000;

	private static final List<String> TABLES = List.of("""
			create table if not exists kehu_move_table (
			  run char(36) not null, table_no integer not null, name varchar(200) not null, created smallint not null,
			  totals_before text not null, undone smallint not null default 0, primary key (run, table_no))""", """
			create table if not exists kehu_move_chunk (
			  run char(36) not null, table_no integer not null, partition_no integer not null,
			  chunk_no integer not null, final smallint not null, staged integer not null, rejected integer not null,
			  totals text not null, last_key text, undone smallint not null default 0,
			  primary key (run, table_no, partition_no, chunk_no))""", """
			create table if not exists kehu_move_reject (
			  run char(36) not null, table_no integer not null, partition_no integer not null,
			  chunk_no integer not null, place integer not null, row_key text, column_name text, value text,
			  code varchar(100) not null, reason text not null,
			  primary key (run, table_no, partition_no, chunk_no, place))""");

	private final DatabaseKind kind;

	private final UUID run;

	/**
	 * Creates access to the checkpoints of a run.
	 * @param kind the kind of the target
	 * @param run the run
	 */
	public Ledger(DatabaseKind kind, UUID run) {
		this.kind = kind;
		this.run = run;
	}

	/** Returns whether the target has a ledger. */
	public boolean exists(Connection connection) throws SQLException {
		try (ResultSet tables = connection.getMetaData().getTables(null, null, "kehu_move_table", null)) {
			return tables.next();
		}
	}

	/** Creates the tables of the ledger if they don't exist. */
	public void create(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String table : TABLES) {
				statement.execute(table + ((this.kind == DatabaseKind.MARIADB)
						? " engine = InnoDB character set utf8mb4 collate utf8mb4_bin" : ""));
			}
		}
	}

	/** Records a table before it is loaded. */
	void begin(Connection connection, TableEntry entry) throws SQLException {
		update(connection,
				"insert into kehu_move_table (run, table_no, name, created, totals_before)" + " values (?, ?, ?, ?, ?)",
				this.run.toString(), entry.number(), entry.name(), entry.created() ? 1 : 0, entry.before().text());
	}

	/** Returns a table as it was recorded. */
	public Optional<TableEntry> table(Connection connection, int number) throws SQLException {
		List<TableEntry> found = query(connection,
				"select name, created, totals_before from kehu_move_table where run = ? and table_no = ?",
				(row) -> new TableEntry(number, row.getString(1), row.getInt(2) == 1, Totals.parse(row.getString(3))),
				this.run.toString(), number);
		return found.stream().findFirst();
	}

	/** Records a loaded chunk with the rows that were rejected. */
	public void add(Connection connection, ChunkEntry entry, List<Rejection> rejections) throws SQLException {
		update(connection,
				"insert into kehu_move_chunk (run, table_no, partition_no, chunk_no, final, staged,"
						+ " rejected, totals, last_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
				this.run.toString(), entry.table(), entry.partition(), entry.number(), entry.last() ? 1 : 0,
				entry.staged(), entry.rejected(), entry.totals().text(),
				(entry.lastKey() != null) ? KeyText.join(entry.lastKey()) : null);
		reject(connection, entry, rejections);
	}

	/** Records what has become of a chunk that was added before it was loaded. */
	void complete(Connection connection, ChunkEntry entry, List<Rejection> rejections) throws SQLException {
		update(connection,
				"update kehu_move_chunk set staged = ?, rejected = ?, totals = ? where run = ? and table_no = ?"
						+ " and partition_no = ? and chunk_no = ?",
				entry.staged(), entry.rejected(), entry.totals().text(), this.run.toString(), entry.table(),
				entry.partition(), entry.number());
		reject(connection, entry, rejections);
	}

	private void reject(Connection connection, ChunkEntry entry, List<Rejection> rejections) throws SQLException {
		for (Rejection rejection : rejections) {
			update(connection,
					"insert into kehu_move_reject (run, table_no, partition_no, chunk_no, place, row_key,"
							+ " column_name, value, code, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
					this.run.toString(), entry.table(), entry.partition(), entry.number(), rejection.place(),
					rejection.key(), rejection.column(), rejection.value(), rejection.code(), rejection.reason());
		}
	}

	/** Returns the chunks of a table by partition and number. */
	public List<ChunkEntry> chunks(Connection connection, int table) throws SQLException {
		return query(connection,
				"select partition_no, chunk_no, final, staged, rejected, totals, last_key, undone"
						+ " from kehu_move_chunk where run = ? and table_no = ? order by partition_no, chunk_no",
				(row) -> chunk(table, row), this.run.toString(), table);
	}

	/** Returns the numbers of the rows of a chunk that the target refused, in order. */
	public List<Integer> refused(Connection connection, ChunkEntry entry) throws SQLException {
		return query(connection,
				"select place from kehu_move_reject where run = ? and table_no = ? and partition_no = ?"
						+ " and chunk_no = ? and place >= 0 order by place",
				(row) -> row.getInt(1), this.run.toString(), entry.table(), entry.partition(), entry.number());
	}

	/** Returns the number of rows that were rejected so far. */
	long rejected(Connection connection) throws SQLException {
		return query(connection, "select coalesce(sum(rejected), 0) from kehu_move_chunk where run = ?",
				(row) -> row.getLong(1), this.run.toString())
			.get(0);
	}

	/**
	 * Passes on all rejected rows of a table.
	 * @param connection a connection in a transaction
	 * @param table the number of the table
	 * @param consumer receives each of them
	 */
	public void eachRejection(Connection connection, int table, Consumer<RejectedRow> consumer) throws SQLException {
		int partition = Integer.MIN_VALUE;
		int chunk = 0;
		int place = 0;
		List<RejectedRow> page;
		do {
			page = query(connection, REJECTIONS + " and (partition_no > ? or (partition_no = ? and (chunk_no > ?"
					+ " or (chunk_no = ? and place > ?)))) order by partition_no, chunk_no, place limit " + PAGE,
					Ledger::rejectedRow, this.run.toString(), table, partition, partition, chunk, chunk, place);
			page.forEach(consumer);
			if (!page.isEmpty()) {
				RejectedRow last = page.get(page.size() - 1);
				partition = last.partition();
				chunk = last.chunk();
				place = last.rejection().place();
			}
		}
		while (page.size() == PAGE);
	}

	/** Records that the rows of a chunk have been removed. */
	public void undone(Connection connection, ChunkEntry entry) throws SQLException {
		update(connection, "update kehu_move_chunk set undone = 1 where run = ? and table_no = ? and partition_no = ?"
				+ " and chunk_no = ?", this.run.toString(), entry.table(), entry.partition(), entry.number());
	}

	/** Records that all rows of a table have been removed. */
	public void undone(Connection connection, int table) throws SQLException {
		update(connection, "update kehu_move_chunk set undone = 1 where run = ? and table_no = ?", this.run.toString(),
				table);
		update(connection, "update kehu_move_table set undone = 1 where run = ? and table_no = ?", this.run.toString(),
				table);
	}

	private static RejectedRow rejectedRow(ResultSet row) throws SQLException {
		return new RejectedRow(row.getInt(1), row.getInt(2), new Rejection(row.getInt(3), row.getString(4),
				row.getString(5), row.getString(6), row.getString(7), row.getString(8)));
	}

	private static ChunkEntry chunk(int table, ResultSet row) throws SQLException {
		String key = row.getString(7);
		return new ChunkEntry(table, row.getInt(1), row.getInt(2), row.getInt(3) == 1, row.getInt(4), row.getInt(5),
				Totals.parse(row.getString(6)), (key != null) ? KeyText.split(key) : null, row.getInt(8) == 1);
	}

	private static void update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			bind(statement, parameters);
			statement.executeUpdate();
		}
	}

	private static <T> List<T> query(Connection connection, String sql, Reading<T> reading,
			@Nullable Object... parameters) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			bind(statement, parameters);
			List<T> found = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					found.add(reading.read(rows));
				}
			}
			return found;
		}
	}

	private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
		for (int index = 0; index < parameters.length; index++) {
			statement.setObject(index + 1, parameters[index]);
		}
	}

	/** Reads a row of a result. */
	@FunctionalInterface
	private interface Reading<T> {

		T read(ResultSet row) throws SQLException;

	}

	/**
	 * A table as it was before the run.
	 *
	 * @param number its number in the run
	 * @param name its name
	 * @param created whether the run created it
	 * @param before the totals of its rows before the run
	 */
	public record TableEntry(int number, String name, boolean created, Totals before) {
	}

	/**
	 * A loaded chunk.
	 *
	 * @param table the number of the table
	 * @param partition the number of the partition
	 * @param number the number of the chunk
	 * @param last whether it is the last one of the partition
	 * @param staged the number of rows that could be cast
	 * @param rejected the number of rejected rows
	 * @param totals the totals of the loaded rows
	 * @param lastKey the key of the last row that was read, if the table has a key
	 * @param undone whether its rows have been removed
	 */
	public record ChunkEntry(int table, int partition, int number, boolean last, int staged, int rejected,
			Totals totals, @Nullable List<String> lastKey, boolean undone) {
	}

	/**
	 * A rejected row with its chunk.
	 *
	 * @param partition the number of the partition
	 * @param chunk the number of the chunk
	 * @param rejection the rejection
	 */
	public record RejectedRow(int partition, int chunk, Rejection rejection) {
	}

}
