package io.kehu.migration.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.mapping.EntityMapping;
import io.kehu.platform.problem.ProblemException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins to undo runs, and returns what that would do and did.
 */
@Service
class CrmUndos {

	private final Jobs jobs;

	private final CrmRuns runs;

	private final CrmSources sources;

	private final CrmUndoJob undo;

	private final TransactionTemplate transactions;

	CrmUndos(Jobs jobs, CrmRuns runs, CrmSources sources, CrmUndoJob undo, TransactionTemplate transactions) {
		this.jobs = jobs;
		this.runs = runs;
		this.sources = sources;
		this.undo = undo;
		this.transactions = transactions;
	}

	/**
	 * Returns what undoing a run would do.
	 * @throws ProblemException 404 if there is no such run, 409 if it has not ended or
	 * was a dry run
	 */
	CrmUndoPreview preview(UUID id) {
		CrmStore.StoredRun stored = this.runs.stored(id);
		if (!this.jobs.get(id).status().ended()) {
			throw CrmRuns.illegal("The run has not ended; stop it first, or wait for its end.");
		}
		if (this.runs.task(id).dryRun()) {
			throw CrmRuns.illegal("The run was a dry run and has changed nothing.");
		}
		List<CrmUndoPreview.UndoneEntity> entities = new ArrayList<>();
		for (EntityMapping entity : stored.mapping().inOrder()) {
			Map<Outcome, Long> counts = this.sources.records().counts(id, entity.name());
			entities.add(new CrmUndoPreview.UndoneEntity(entity.name(), counts.getOrDefault(Outcome.CREATED, 0L),
					counts.getOrDefault(Outcome.MERGED, 0L)));
		}
		return new CrmUndoPreview(stored.mapping().system(), entities);
	}

	/**
	 * Begins to undo a run.
	 * @throws ProblemException 400 if the confirmation is not the system of the mapping,
	 * 403 if the caller may not write all records, 409 if the run has not ended, was a
	 * dry run, or is being undone
	 */
	JobView undo(UUID id, UndoCrmRun wanted) {
		CrmUndoPreview preview = preview(id);
		if (!wanted.confirmation().equals(preview.confirmation())) {
			throw ProblemException.invalid("/confirmation", "not_confirmed",
					"must be the system of the mapping, as in the preview");
		}
		this.jobs.checkChange(id);
		CrmRuns.requireAll(this.runs.stored(id).mapping());
		long rows = preview.entities().stream().mapToLong((entity) -> entity.created() + entity.merged()).sum();
		JobView begun = this.transactions.execute((status) -> {
			this.sources.store().lock(id);
			UUID earlier = this.runs.stored(id).undoJob();
			if (earlier != null && !this.jobs.get(earlier).status().ended()) {
				throw CrmRuns.illegal("The run is already being undone by job %s.".formatted(earlier));
			}
			if (!this.jobs.get(id).status().ended()) {
				throw CrmRuns.illegal("The run was restarted; stop it first, or wait for its end.");
			}
			JobView job = this.jobs.begin(this.undo, null, new CrmUndoJob.CrmUndoTask(id), Math.max(1, rows));
			this.sources.store().undoneBy(id, job.id());
			return job;
		});
		return Objects.requireNonNull(begun);
	}

	/** Returns the name of the set of records that an undo has kept. */
	String kept(UUID undo) {
		return CrmUndoJob.kept(this.jobs.completed(undo, CrmUndoJob.NAME).id());
	}

}
