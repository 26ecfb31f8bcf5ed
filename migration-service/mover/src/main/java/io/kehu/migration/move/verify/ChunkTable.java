package io.kehu.migration.move.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.load.RowLoader;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.TupleBuffer;

/**
 * A temporary table of the target that holds the rows of a chunk, to compare them with
 * what has become of them.
 */
final class ChunkTable {

	private static final String NAME = "kehu_chunk";

	private final Connection connection;

	private final DatabaseKind kind;

	private final TablePlan plan;

	private final RowLoader loader;

	ChunkTable(Connection connection, DatabaseKind kind, TablePlan plan) {
		this.connection = connection;
		this.kind = kind;
		this.plan = plan;
		this.loader = RowLoader.of(kind, plan);
	}

	/** Fills the table with other rows, in the current transaction. */
	void fill(TupleBuffer rows) throws SQLException {
		String columns = this.plan.targetColumns()
			.stream()
			.map((column) -> this.kind.quote(column.name()))
			.collect(Collectors.joining(", "));
		boolean postgresql = this.kind == DatabaseKind.POSTGRESQL;
		execute("drop " + (postgresql ? "table" : "temporary table") + " if exists " + NAME);
		execute("create temporary table " + NAME + " as select " + columns + " from " + target() + " limit 0");
		this.loader.insert(this.connection, NAME, rows, 0, rows.rows());
		if (postgresql) {
			// A chunk is small compared to the table, which has an index for its key
			execute("set local enable_hashjoin = off");
			execute("set local enable_mergejoin = off");
		}
	}

	/** Deletes the rows of the chunk from the target that are as they were loaded. */
	int deleteUnchanged() throws SQLException {
		if (this.kind == DatabaseKind.POSTGRESQL) {
			return execute("delete from " + target() + " t using " + NAME + " c where " + sameKey() + " and " + same());
		}
		return execute("delete t from " + target() + " t join " + NAME + " c on " + sameKey() + " where " + same());
	}

	/** Returns the keys of rows in the target that differ from those of the chunk. */
	List<String> changed(int limit) throws SQLException {
		return keys(" from " + NAME + " c join " + target() + " t on " + sameKey() + " where not (" + same() + ")"
				+ " limit " + limit);
	}

	/** Returns the keys of rows of the chunk that the target has, changed or not. */
	List<String> present() throws SQLException {
		return keys(" from " + NAME + " c join " + target() + " t on " + sameKey());
	}

	/** Returns the keys of rows of the chunk that the target lacks. */
	List<String> missing(int limit) throws SQLException {
		return keys(" from " + NAME + " c left join " + target() + " t on " + sameKey() + " where t."
				+ this.kind.quote(this.plan.target().key().get(0)) + " is null limit " + limit);
	}

	private List<String> keys(String from) throws SQLException {
		String selected = this.plan.target()
			.key()
			.stream()
			.map((name) -> "c." + this.kind.quote(name))
			.collect(Collectors.joining(", "));
		List<String> keys = new ArrayList<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery("select " + selected + from)) {
			while (rows.next()) {
				List<String> key = new ArrayList<>();
				for (int column = 1; column <= this.plan.target().key().size(); column++) {
					key.add(rows.getString(column));
				}
				keys.add(String.join(", ", key));
			}
		}
		return keys;
	}

	private String sameKey() {
		return this.plan.target()
			.key()
			.stream()
			.map((name) -> "t." + this.kind.quote(name) + " = c." + this.kind.quote(name))
			.collect(Collectors.joining(" and "));
	}

	private String same() {
		return this.plan.columns().stream().map((column) -> {
			Column target = column.target();
			String name = this.kind.quote(target.name());
			if (this.kind == DatabaseKind.MARIADB) {
				boolean text = target.charset() != null;
				return (text ? "binary " : "") + "t." + name + " <=> " + (text ? "binary " : "") + "c." + name;
			}
			// Some types, such as JSON, have no equality
			String cast = switch (column.type()) {
				case JSON, OTHER -> "::text";
				default -> "";
			};
			return "t." + name + cast + " is not distinct from c." + name + cast;
		}).collect(Collectors.joining(" and "));
	}

	private String target() {
		return this.kind.quote(this.plan.target().name());
	}

	private int execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			return statement.executeUpdate(sql);
		}
	}

}
