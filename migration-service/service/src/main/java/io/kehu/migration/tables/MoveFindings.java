package io.kehu.migration.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.move.load.Rehearsal.Rehearsed;
import io.kehu.migration.move.load.Rejection;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.verify.TableReport;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Keeps what moves find: rejected rows, as a set in staging, and reports.
 */
@Component
class MoveFindings {

	/** The columns of the set of rejected rows; the line of a row is its number. */
	static final List<String> COLUMNS = List.of("table", "key", "column", "value", "code", "reason");

	private final StagedData data;

	private final TableMoveStore store;

	private final JsonMapper json;

	private final Clock clock;

	MoveFindings(StagedData data, TableMoveStore store, JsonMapper json, Clock clock) {
		this.data = data;
		this.store = store;
		this.json = json;
		this.clock = clock;
	}

	/** Returns the name of the set of rejected rows of a move. */
	static String rejections(UUID move) {
		return move + "-rejections";
	}

	/** Copies the rejected rows from the target to staging. */
	void listRejections(UUID move, RunContext run) throws SQLException, IOException {
		try (SetWriter writer = this.data.write(rejections(move)); Connection target = run.target().openForWriting()) {
			Lines lines = new Lines(writer);
			for (TablePlan table : run.plan().tables()) {
				run.ledger()
					.eachRejection(target, table.number(),
							(row) -> lines.write(table.source().name(), row.rejection()));
			}
			writer.complete(COLUMNS);
		}
	}

	/** Stores the report of a move and returns its result. */
	MoveResult report(UUID move, RunContext run, List<TableReport> tables) {
		List<MoveReport.VerifiedTable> verified = tables.stream().map(MoveReport.VerifiedTable::of).toList();
		MoveReport report = new MoveReport(move, run.source().toString(), run.target().toString(), this.clock.instant(),
				verified.stream().allMatch(MoveReport.VerifiedTable::verified), run.plan().notes(), verified);
		this.store.report(move, this.json.writeValueAsString(report));
		return new MoveResult(verified.size(), report.sourceRows(), report.loaded(), report.rejected(),
				report.verified());
	}

	/** Lists what a dry run would reject and returns its result. */
	MoveResult summarize(UUID move, MovePlan plan, List<List<Rehearsed>> tables) throws IOException {
		long rows = 0;
		long rejected = 0;
		try (SetWriter writer = this.data.write(rejections(move))) {
			Lines lines = new Lines(writer);
			for (int table = 0; table < tables.size(); table++) {
				for (Rehearsed partition : tables.get(table)) {
					rows += partition.rows();
					rejected += partition.rejected();
					for (Rejection rejection : partition.rejections()) {
						lines.write(plan.tables().get(table).source().name(), rejection);
					}
				}
			}
			writer.complete(COLUMNS);
		}
		return new MoveResult(tables.size(), rows, rows - rejected, rejected, false);
	}

	/** Writes rejected rows and numbers them. */
	private static final class Lines {

		private final SetWriter writer;

		private long line;

		Lines(SetWriter writer) {
			this.writer = writer;
		}

		void write(String table, Rejection rejection) {
			try {
				@Nullable String[] values = { table, rejection.key(), rejection.column(), rejection.value(), rejection.code(),
						rejection.reason() };
				this.writer.write(new Row(++this.line, values));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
