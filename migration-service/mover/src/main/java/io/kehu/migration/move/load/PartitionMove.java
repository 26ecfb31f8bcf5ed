package io.kehu.migration.move.load;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import io.kehu.migration.move.chunk.ChunkId;
import io.kehu.migration.move.chunk.ChunkStore;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.SourceRows;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.RowTally;
import io.kehu.migration.move.value.TupleBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Moves a partition chunk by chunk, from its last checkpoint on. Each chunk is committed
 * with its checkpoint.
 */
public final class PartitionMove {

	private final RunContext context;

	private final TablePlan table;

	private final int partition;

	private final ChunkLoader loader;

	private final TupleBuffer rows = new TupleBuffer();

	private final TupleBuffer staged = new TupleBuffer();

	private final TupleBuffer accepted = new TupleBuffer();

	private final List<Rejection> rejections = new ArrayList<>();

	private @Nullable List<String> lastKey;

	private int number;

	/**
	 * Creates the move of a partition.
	 * @param context the run
	 * @param table the table
	 * @param partition the number of the partition
	 */
	public PartitionMove(RunContext context, TablePlan table, int partition) {
		this.context = context;
		this.table = table;
		this.partition = partition;
		DatabaseKind to = context.plan().to();
		this.loader = new ChunkLoader(RowLoader.of(to, table), to.quote(table.target().name()));
	}

	/**
	 * Moves what is left.
	 * @param progress is called with the number of rows that were read since the last
	 * call, also for rows of earlier attempts; may end the move by throwing an exception
	 * @throws RejectBudgetException if too many rows were rejected
	 */
	public void run(LongConsumer progress) throws SQLException, IOException {
		try (Connection target = this.context.target().openForWriting()) {
			List<Ledger.ChunkEntry> done = this.context.ledger()
				.chunks(target, this.table.number())
				.stream()
				.filter((chunk) -> chunk.partition() == this.partition)
				.toList();
			done.forEach((chunk) -> progress.accept(chunk.staged() + (long) chunk.rejected()));
			if (!done.isEmpty()) {
				Ledger.ChunkEntry last = done.get(done.size() - 1);
				if (last.last()) {
					return;
				}
				this.lastKey = last.lastKey();
				this.number = last.number() + 1;
			}
			try (Connection source = this.context.source().openSnapshot()) {
				move(source, target, progress);
			}
			catch (SQLException | IOException | RuntimeException ex) {
				rollBack(target, ex);
				throw ex;
			}
		}
	}

	private void move(Connection source, Connection target, LongConsumer progress) throws SQLException, IOException {
		MovePlan plan = this.context.plan();
		RowCaster caster = new RowCaster(this.table, plan.from(), plan.to());
		Pace pace = new Pace(this.context.settings().rowsPerSecond(), this.table.partitions().size());
		int failed = 0;
		try (SourceRows read = SourceRows.open(source,
				this.table.sourceQuery(plan.from(), plan.to(), this.partition).between(this.lastKey, null))) {
			while (read.next()) {
				if (full()) {
					long count = this.rows.rows() + (long) this.rejections.size();
					flush(target, false);
					pace.rows(count);
					progress.accept(count);
					failed = 0;
				}
				Rejection rejection = caster.cast(read, this.rows, -1 - failed);
				if (rejection != null) {
					failed++;
					this.rejections.add(rejection);
				}
				if (full()) {
					this.lastKey = read.key();
				}
			}
		}
		long count = this.rows.rows() + (long) this.rejections.size();
		flush(target, true);
		target.commit();
		progress.accept(count);
	}

	private boolean full() {
		return this.rows.size() >= this.context.settings().chunkBytes()
				|| this.rows.rows() + this.rejections.size() >= this.context.settings().chunkRows();
	}

	private void flush(Connection target, boolean last) throws SQLException, IOException {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedIOException("The move was interrupted.");
		}
		Ledger ledger = this.context.ledger();
		// First, so that another worker with the same chunk fails before it stages or
		// loads rows
		ledger.add(target, entry(last, 0, 0, RowTally.Totals.none(this.table.columns().size())), List.of());
		TupleBuffer chunk = staged(last);
		int count = chunk.rows();
		List<ChunkLoader.Refused> refused = this.loader.load(target, chunk);
		for (ChunkLoader.Refused row : refused) {
			this.rejections.add(new Rejection(row.row(), Keys.shown(this.table, chunk, row.row()), row.why().column(),
					row.why().value(), row.why().code(), row.why().reason()));
		}
		this.context.checkBudget(target, this.rejections);
		RowTally tally = new RowTally(this.table.tallied());
		tally.add(refused.isEmpty() ? chunk : without(chunk, refused));
		ledger.complete(target, entry(last, count, this.rejections.size(), tally.totals()), this.rejections);
		if (this.table.keyed()) {
			// Without a key, nothing tells where to continue: all chunks are committed at
			// once
			target.commit();
		}
		this.number++;
		this.rows.clear();
		this.rejections.clear();
	}

	private Ledger.ChunkEntry entry(boolean last, int count, int rejected, RowTally.Totals totals) {
		return new Ledger.ChunkEntry(this.table.number(), this.partition, this.number, last, count, rejected, totals,
				this.lastKey, false);
	}

	/** Stages the chunk and reads it again, so that what is loaded is what is staged. */
	private TupleBuffer staged(boolean last) throws IOException {
		ChunkStore store = this.context.store();
		if (store == null) {
			return this.rows;
		}
		ChunkId id = new ChunkId(this.context.plan().run(), this.table.number(), this.partition, this.number, last);
		store.write(id, this.rows);
		store.read(id, this.staged);
		return this.staged;
	}

	private TupleBuffer without(TupleBuffer chunk, List<ChunkLoader.Refused> refused) {
		this.accepted.clear();
		int next = 0;
		for (int row = 0; row < chunk.rows(); row++) {
			if (next < refused.size() && refused.get(next).row() == row) {
				next++;
			}
			else {
				this.accepted.copyRow(chunk, row);
			}
		}
		return this.accepted;
	}

	private static void rollBack(Connection target, Exception cause) {
		try {
			target.rollback();
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
		}
	}

}
