package io.kehu.migration.move.load;

import java.sql.SQLException;

import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.SourceRows;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.Cast;
import io.kehu.migration.move.value.CastException;
import io.kehu.migration.move.value.Preview;
import io.kehu.migration.move.value.TupleBuffer;
import io.kehu.migration.move.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Casts the rows of a table, column by column.
 */
public final class RowCaster {

	private final TablePlan plan;

	private final Cast[] casts;

	private final Value value = new Value();

	/**
	 * Creates a caster.
	 * @param plan the plan of the table
	 * @param from the kind of the source
	 * @param to the kind of the target
	 */
	public RowCaster(TablePlan plan, DatabaseKind from, DatabaseKind to) {
		this.plan = plan;
		this.casts = plan.casts(from, to);
	}

	/**
	 * Casts the current row.
	 * @param rows the rows of the source
	 * @param out receives the row unless it is rejected
	 * @param place the place of a rejection
	 * @return why the row is rejected, or null
	 */
	public @Nullable Rejection cast(SourceRows rows, TupleBuffer out, int place) throws SQLException {
		out.begin(this.casts.length);
		for (int column = 0; column < this.casts.length; column++) {
			if (!rows.read(column, this.value)) {
				out.putNull();
				continue;
			}
			try {
				this.casts[column].apply(this.value, out);
			}
			catch (CastException ex) {
				out.abandon();
				return new Rejection(place, rows.shownKey(), this.plan.columns().get(column).source().name(),
						Preview.of(this.value), ex.code(), ex.reason());
			}
		}
		out.end();
		return null;
	}

}
