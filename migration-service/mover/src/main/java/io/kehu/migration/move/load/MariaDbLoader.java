package io.kehu.migration.move.load;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.TupleBuffer;
import io.kehu.migration.move.value.Tuples;
import io.kehu.migration.move.value.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Loads rows into MariaDB or MySQL by batches.
 */
final class MariaDbLoader implements RowLoader {

	private static final int BATCH = 1000;

	private final TablePlan plan;

	private final List<ValueType> types;

	private final String columns;

	MariaDbLoader(TablePlan plan) {
		this.plan = plan;
		this.types = plan.types();
		this.columns = plan.targetColumns()
			.stream()
			.map((column) -> DatabaseKind.MARIADB.quote(column.name()))
			.collect(Collectors.joining(", "));
	}

	@Override
	public void insert(Connection connection, String table, TupleBuffer rows, int from, int to) throws SQLException {
		String sql = "insert into " + table + " (" + this.columns + ") values ("
				+ String.join(", ", Collections.nCopies(this.types.size(), "?")) + ")";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int row = from; row < to; row++) {
				List<@Nullable Object> values = Tuples.values(rows, row, this.types);
				for (int index = 0; index < values.size(); index++) {
					set(statement, index, values.get(index));
				}
				statement.addBatch();
				if ((row - from + 1) % BATCH == 0) {
					statement.executeBatch();
				}
			}
			if ((to - from) % BATCH != 0) {
				statement.executeBatch();
			}
		}
	}

	private void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		int parameter = index + 1;
		if (value == null) {
			statement.setNull(parameter, nullType(this.types.get(index)));
		}
		else if (value instanceof Long number) {
			if (this.plan.columns().get(index).target().type().equals("bit")) {
				statement.setBytes(parameter, BigDecimal.valueOf(number).toBigInteger().toByteArray());
			}
			else {
				statement.setLong(parameter, number);
			}
		}
		else if (value instanceof BigDecimal decimal) {
			statement.setBigDecimal(parameter, decimal);
		}
		else if (value instanceof Boolean bool) {
			statement.setLong(parameter, bool ? 1 : 0);
		}
		else if (value instanceof Float number) {
			statement.setFloat(parameter, number);
		}
		else if (value instanceof Double number) {
			statement.setDouble(parameter, number);
		}
		else if (value instanceof byte[] bytes) {
			statement.setBytes(parameter, bytes);
		}
		else {
			statement.setString(parameter, value.toString());
		}
	}

	/** Batches of one type are sent in one go. */
	private static int nullType(ValueType type) {
		return switch (type) {
			case SMALLINT, INTEGER, BIGINT, BOOLEAN -> Types.BIGINT;
			case NUMERIC -> Types.DECIMAL;
			case REAL -> Types.REAL;
			case DOUBLE -> Types.DOUBLE;
			case BYTES, OTHER -> Types.VARBINARY;
			default -> Types.VARCHAR;
		};
	}

}
