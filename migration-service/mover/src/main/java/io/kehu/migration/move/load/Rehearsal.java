package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import io.kehu.migration.move.database.SourceRows;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.TupleBuffer;

/**
 * Reads and casts a partition without writing anything. What only the target can refuse,
 * such as a second row with the same key, is not found.
 */
public final class Rehearsal {

	private static final int BLOCK = 1 << 16;

	private final RunContext context;

	private final TablePlan table;

	private final int listed;

	/**
	 * Creates a rehearsal.
	 * @param context the run
	 * @param table the table
	 * @param listed the most rejections to list
	 */
	public Rehearsal(RunContext context, TablePlan table, int listed) {
		this.context = context;
		this.table = table;
		this.listed = listed;
	}

	/**
	 * Reads a partition.
	 * @param partition the number of the partition
	 * @param progress is called with numbers of rows that were read
	 * @return what was found
	 */
	public Rehearsed run(int partition, LongConsumer progress) throws SQLException {
		MovePlan plan = this.context.plan();
		RowCaster caster = new RowCaster(this.table, plan.from(), plan.to());
		Pace pace = new Pace(this.context.settings().rowsPerSecond(), this.table.partitions().size());
		TupleBuffer block = new TupleBuffer();
		List<Rejection> rejections = new ArrayList<>();
		long rows = 0;
		long rejected = 0;
		long reported = 0;
		try (Connection source = this.context.source().openSnapshot();
				SourceRows read = SourceRows.open(source, this.table.sourceQuery(plan.from(), plan.to(), partition))) {
			while (read.next()) {
				Rejection rejection = caster.cast(read, block, -1);
				rows++;
				if (rejection != null) {
					rejected++;
					if (rejections.size() < this.listed) {
						rejections.add(rejection);
					}
				}
				if (block.size() > BLOCK || rows - reported >= BLOCK) {
					block.clear();
					pace.rows(rows - reported);
					progress.accept(rows - reported);
					reported = rows;
				}
			}
		}
		progress.accept(rows - reported);
		return new Rehearsed(rows, rejected, rejections);
	}

	/**
	 * What was found in a partition.
	 *
	 * @param rows the number of rows
	 * @param rejected the number of rows that would be rejected
	 * @param rejections the first of these
	 */
	public record Rehearsed(long rows, long rejected, List<Rejection> rejections) {
	}

}
