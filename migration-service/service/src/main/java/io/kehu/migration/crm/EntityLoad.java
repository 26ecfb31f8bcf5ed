package io.kehu.migration.crm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.crm.CrmRecords.Loaded;
import io.kehu.migration.crm.CrmRecords.StoredRecord;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.mapping.EntityPlan;
import io.kehu.migration.move.database.JoinedRow;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads the rows of one partition of an entity, chunk by chunk, each with a checkpoint.
 */
@Component
class EntityLoad {

	private static final int CHUNK = 200;

	private final CrmStore store;

	private final CrmRecords records;

	private final ChunkLoader loader;

	private final TransactionOperations transactions;

	EntityLoad(CrmStore store, CrmRecords records, ChunkLoader loader, TransactionOperations transactions) {
		this.store = store;
		this.records = records;
		this.loader = loader;
		this.transactions = transactions;
	}

	/** Loads what is left of a partition. */
	void run(CrmRun run, EntityPlan plan, PartRun part) throws SQLException {
		String entity = plan.entity().name();
		try (Connection source = run.source().openSnapshot()) {
			CrmStore.Part state = this.store.part(run.id(), entity, part.number());
			Piece piece = next(run, plan, source, state.condition(), state.lastKey());
			while (!piece.last().isEmpty()) {
				List<Draft> drafts = new Drafts(plan, source).of(piece.rows());
				record(run, plan, part.number(), piece.last(), this.loader.load(run, plan.entity(), drafts));
				part.progress(piece.rows().size());
				piece = next(run, plan, source, state.condition(), piece.last());
			}
		}
	}

	private Piece next(CrmRun run, EntityPlan plan, Connection source, @Nullable String condition,
			@Nullable List<String> after) throws SQLException {
		UUID retried = run.task().retryOf();
		if (retried == null) {
			List<JoinedRow> rows = plan.query().next(source, condition, after, CHUNK);
			return new Piece(rows, rows.isEmpty() ? List.of() : rows.get(rows.size() - 1).key());
		}
		List<StoredRecord> rejected = this.records.page(retried, plan.entity().name(), List.of(Outcome.REJECTED),
				(after != null) ? after.get(0) : "", CHUNK);
		List<JoinedRow> rows = plan.query().of(source, rejected.stream().map(StoredRecord::sourceKey).toList());
		return new Piece(rows, rejected.isEmpty() ? List.of() : List.of(rejected.get(rejected.size() - 1).key()));
	}

	private void record(CrmRun run, EntityPlan plan, int part, List<String> after, List<Loaded> loaded) {
		int lines = loaded.stream().mapToInt((row) -> row.draft().lines()).sum();
		int loadedLines = loaded.stream()
			.filter((row) -> row.outcome() != Outcome.REJECTED)
			.mapToInt((row) -> row.draft().lines())
			.sum();
		String entity = plan.entity().name();
		this.transactions.executeWithoutResult((transaction) -> {
			this.records.record(run.id(), entity, loaded);
			this.store.checkpoint(run.id(), entity, part,
					new CrmStore.Progress(after, loaded.size(), lines, loadedLines));
		});
		boolean rejects = loaded.stream().anyMatch((row) -> row.outcome() == Outcome.REJECTED);
		if (rejects && this.records.rejected(run.id()) > run.task().rejectBudget()) {
			throw new JobFailure("More than %d rows were rejected, for example %s.".formatted(run.task().rejectBudget(),
					example(plan, loaded)));
		}
	}

	private static String example(EntityPlan plan, List<Loaded> loaded) {
		return loaded.stream()
			.filter((row) -> row.outcome() == Outcome.REJECTED)
			.findFirst()
			.map((row) -> "%s %s: %s %s".formatted(plan.entity().table(), row.draft().key(),
					row.draft().problems().get(0).column(), row.draft().problems().get(0).reason()))
			.orElse("");
	}

	/**
	 * The next rows of a partition.
	 *
	 * @param rows the rows
	 * @param last where the next piece begins, empty at the end
	 */
	private record Piece(List<JoinedRow> rows, List<String> last) {
	}

}
