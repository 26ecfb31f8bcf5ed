package io.kehu.migration.tables;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.verify.Undo;
import io.kehu.migration.move.verify.Undo.UndoneTable;
import io.kehu.migration.staging.SetWriter;

import org.springframework.stereotype.Component;

/**
 * Undoes a move: removes what it has loaded and drops the tables that it has created.
 * Rows that were changed since are kept and listed.
 */
@Component
class MoveUndoJob implements JobKind {

	static final String NAME = "table-move-undo";

	/** The columns of the set of kept rows; the line of a row is its number. */
	static final List<String> COLUMNS = List.of("table", "key");

	private final MoveRuns runs;

	private final StagedData data;

	MoveUndoJob(MoveRuns runs, StagedData data) {
		this.runs = runs;
		this.data = data;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		return List.of(Stage.whole("undo", this::undo));
	}

	/** Returns the name of the set of rows that an undo has kept. */
	static String kept(UUID undo) {
		return undo + "-kept";
	}

	private void undo(PartRun part) throws Exception {
		MoveUndoTask task = part.task().as(MoveUndoTask.class);
		RunContext run = this.runs.of(task.moveId(), task.move());
		Failures.explain(() -> {
			List<UndoneTable> tables = new Undo(run).run(part::progress);
			try (SetWriter writer = this.data.write(kept(part.task().jobId()))) {
				long line = 0;
				for (UndoneTable table : tables) {
					for (String key : table.keys()) {
						writer.write(new Row(++line, table.table(), key));
					}
				}
				writer.complete(COLUMNS);
			}
			part.result(new MoveUndoResult(tables.stream().mapToLong(UndoneTable::removed).sum(),
					tables.stream().mapToLong(UndoneTable::kept).sum(),
					(int) tables.stream().filter(UndoneTable::dropped).count()));
		});
	}

	/**
	 * The task of an undo.
	 *
	 * @param moveId the move
	 * @param move the task of the move
	 */
	record MoveUndoTask(UUID moveId, MoveTask move) {
	}

	/**
	 * The result of an undo.
	 *
	 * @param removed the number of rows that were removed
	 * @param kept the number of rows that were changed since and are kept
	 * @param dropped the number of tables that were dropped
	 */
	record MoveUndoResult(long removed, long kept, int dropped) {
	}

}
