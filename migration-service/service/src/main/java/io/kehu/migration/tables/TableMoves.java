package io.kehu.migration.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.migration.connection.Connections;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.move.chunk.RunKey;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.load.Ledger;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.PlanException;
import io.kehu.migration.move.plan.Planner;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.platform.id.Ids;
import io.kehu.platform.idempotency.OutsideWork;
import io.kehu.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins moves of tables and their undoing, and returns what they found.
 */
@Service
class TableMoves {

	private final Jobs jobs;

	private final Connections connections;

	private final MoveRuns runs;

	private final MoveJob move;

	private final JsonMapper json;

	private final TransactionTemplate transactions;

	TableMoves(Jobs jobs, Connections connections, MoveRuns runs, MoveJob move, JsonMapper json,
			TransactionTemplate transactions) {
		this.jobs = jobs;
		this.connections = connections;
		this.runs = runs;
		this.move = move;
		this.json = json;
		this.transactions = transactions;
	}

	/**
	 * Plans a move and begins it.
	 * @throws ProblemException 400 if the tables cannot be moved as requested
	 */
	JobView begin(NewMove wanted) {
		if (wanted.sourceId().equals(wanted.targetId())) {
			throw ProblemException.invalid("/targetId", "same_database", "must be another connection than the source");
		}
		MovePlan plan = OutsideWork.call(() -> plan(wanted));
		long rows = plan.tables().stream().mapToLong((table) -> Math.max(1, table.source().estimatedRows())).sum();
		JobView begun = this.transactions.execute((status) -> {
			MoveTask task = wanted.task();
			MoveKeys.MovePair pair = this.runs.keys().present();
			JobView job = this.jobs.begin(this.move, null, task, rows);
			this.runs.store()
				.insert(job.id(), task, plan, pair.id(), RunKey.create(pair.id().toString(), pair.keys().getPublic()));
			return job;
		});
		return Objects.requireNonNull(begun);
	}

	private MovePlan plan(NewMove wanted) {
		Database source = referred(wanted.sourceId(), "/sourceId");
		Database target = referred(wanted.targetId(), "/targetId");
		try {
			return new Planner(source, target, wanted.usedPartitions()).plan(Ids.next(), wanted.rules());
		}
		catch (PlanException ex) {
			throw ProblemException.invalid("/tables", "not_movable", String.valueOf(ex.getMessage()));
		}
		catch (SQLException ex) {
			throw Connections.unreachable(ex);
		}
	}

	private Database referred(UUID id, String pointer) {
		try {
			return this.connections.database(id);
		}
		catch (ProblemException ex) {
			throw ProblemException.invalid(pointer, "not_usable", String.valueOf(ex.getMessage()));
		}
	}

	/** Returns the plan of a move. */
	MovePlan planOf(UUID id) {
		return stored(id).plan();
	}

	/**
	 * Returns the signed report of a move.
	 * @throws ProblemException 404 if there is no such move, 409 if it has no report yet
	 */
	SignedReport report(UUID id) {
		TableMoveStore.StoredMove stored = stored(id);
		String report = stored.report();
		if (report == null) {
			throw illegal("The move has no report yet.");
		}
		MoveKeys.MovePair pair = this.runs.keys().get(stored.pair());
		return new SignedReport(this.json.readValue(report, MoveReport.class), MoveKeys.sign(pair, report),
				MoveKeys.pem(pair));
	}

	/** Returns the name of the set of rejected rows of a move. */
	String rejections(UUID id) {
		return MoveFindings.rejections(this.jobs.completed(id, MoveJob.NAME).id());
	}

	/** Returns what undoing a move would do. */
	UndoPreview preview(UUID id) {
		RunContext run = undoable(id);
		List<UndoPreview.UndoneTable> tables = new ArrayList<>();
		try (Connection target = run.target().openForWriting()) {
			boolean begun = run.ledger().exists(target);
			for (TablePlan table : begun ? run.plan().tables() : List.<TablePlan>of()) {
				long loaded = run.ledger()
					.chunks(target, table.number())
					.stream()
					.filter((chunk) -> !chunk.undone())
					.mapToLong((chunk) -> chunk.totals().rows())
					.sum();
				boolean created = run.ledger()
					.table(target, table.number())
					.map(Ledger.TableEntry::created)
					.orElse(false);
				tables.add(new UndoPreview.UndoneTable(table.target().name(), loaded, created));
			}
			target.rollback();
		}
		catch (SQLException ex) {
			throw Connections.unreachable(ex);
		}
		return new UndoPreview(confirmation(id), tables);
	}

	/**
	 * Begins to undo a move.
	 * @throws ProblemException 400 if the confirmation is not the name of the target
	 * database, 409 if the move has not ended, was a dry run, or is being undone
	 */
	JobView undo(MoveUndoJob kind, UUID id, UndoMove wanted) {
		if (!wanted.confirmation().equals(confirmation(id))) {
			throw ProblemException.invalid("/confirmation", "not_confirmed", "must be the name of the target database");
		}
		this.jobs.checkChange(id);
		long rows = OutsideWork.call(() -> preview(id))
			.tables()
			.stream()
			.mapToLong(UndoPreview.UndoneTable::loaded)
			.sum();
		JobView begun = this.transactions.execute((status) -> {
			this.runs.store().lock(id);
			UUID earlier = stored(id).undoJob();
			if (earlier != null && !this.jobs.get(earlier).status().ended()) {
				throw illegal("The move is already being undone by job %s.".formatted(earlier));
			}
			if (!this.jobs.get(id).status().ended()) {
				throw illegal("The move is running; stop it first, or wait for its end.");
			}
			JobView job = this.jobs.begin(kind, null, new MoveUndoJob.MoveUndoTask(id, task(id)), Math.max(1, rows));
			this.runs.store().undoneBy(id, job.id());
			return job;
		});
		return Objects.requireNonNull(begun);
	}

	/** Returns the name of the set of rows that an undo has kept. */
	String kept(UUID undo) {
		return MoveUndoJob.kept(this.jobs.completed(undo, MoveUndoJob.NAME).id());
	}

	private RunContext undoable(UUID id) {
		stored(id);
		JobView job = this.jobs.get(id);
		if (!job.status().ended()) {
			throw illegal("The move is %s; stop it first, or wait for its end.".formatted(job.status()));
		}
		MoveTask task = task(id);
		if (task.dryRun()) {
			throw illegal("The move was a dry run and has changed nothing.");
		}
		try {
			return this.runs.of(id, task);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private MoveTask task(UUID id) {
		return this.json.treeToValue(this.jobs.get(id).task(), MoveTask.class);
	}

	private String confirmation(UUID id) {
		stored(id);
		return this.connections.databaseName(task(id).targetId());
	}

	/** The access to a move is that to its job. */
	private TableMoveStore.StoredMove stored(UUID id) {
		TableMoveStore.StoredMove stored = this.runs.store()
			.find(id)
			.orElseThrow(() -> ProblemException.notFound("move", id));
		this.jobs.get(id);
		return stored;
	}

	private static ProblemException illegal(String detail) {
		return ProblemException.of(HttpStatus.CONFLICT, "illegal-transition", detail);
	}

}
