package io.kehu.migration.move.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.kehu.migration.move.chunk.ChunkId;
import io.kehu.migration.move.chunk.ChunkStore;
import io.kehu.migration.move.database.SourceRows;
import io.kehu.migration.move.load.Ledger.ChunkEntry;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.TupleBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of loaded chunks again: from where they are staged, or else from the
 * source.
 */
public final class ChunkRows {

	private final RunContext context;

	private final TablePlan table;

	private final TupleBuffer all = new TupleBuffer();

	/**
	 * Creates a reader.
	 * @param context the run
	 * @param table the table
	 */
	public ChunkRows(RunContext context, TablePlan table) {
		this.context = context;
		this.table = table;
	}

	/**
	 * Reads the rows that were loaded.
	 * @param target a connection to the target
	 * @param chunks all chunks of the table
	 * @param index the place of the chunk among them
	 * @param rows receives the rows in the place of others
	 */
	public void read(Connection target, List<ChunkEntry> chunks, int index, TupleBuffer rows)
			throws SQLException, IOException {
		ChunkEntry entry = chunks.get(index);
		rows.clear();
		if (entry.partition() < 0) {
			return;
		}
		ChunkId id = new ChunkId(this.context.plan().run(), entry.table(), entry.partition(), entry.number(),
				entry.last());
		ChunkStore store = this.context.store();
		if (store != null && store.contains(id)) {
			store.read(id, this.all);
		}
		else {
			extract(entry, (entry.number() > 0) ? chunks.get(index - 1).lastKey() : null);
		}
		List<Integer> refused = this.context.ledger().refused(target, entry);
		int next = 0;
		for (int row = 0; row < this.all.rows(); row++) {
			if (next < refused.size() && refused.get(next) == row) {
				next++;
			}
			else {
				rows.copyRow(this.all, row);
			}
		}
	}

	private void extract(ChunkEntry entry, @Nullable List<String> after) throws SQLException {
		MovePlan plan = this.context.plan();
		RowCaster caster = new RowCaster(this.table, plan.from(), plan.to());
		this.all.clear();
		try (Connection source = this.context.source().openSnapshot();
				SourceRows read = SourceRows.open(source,
						this.table.sourceQuery(plan.from(), plan.to(), entry.partition())
							.between(after, entry.last() ? null : entry.lastKey()))) {
			while (read.next()) {
				caster.cast(read, this.all, -1);
			}
		}
	}

}
