package io.kehu.migration.live;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.live.CustomerChange.Undone;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Undoes an application as a whole: separates merged customers, restores the former
 * values of changed ones, and deletes those that were created.
 */
@Component
class UndoJob implements JobKind {

	static final String NAME = "application-undo";

	/** The columns of the set of outcomes; the line of a row is its number. */
	static final List<String> COLUMNS = List.of("customerId", "change", "outcome", "reason");

	private static final int PAGE = 500;

	private final ChangeJournal journal;

	private final ChangeUndo undo;

	private final StagedData data;

	private final Creations creations;

	private final ApplicationUndos undos;

	UndoJob(ApplicationTools tools, ChangeUndo undo, StagedData data) {
		this.journal = tools.journal();
		this.creations = tools.creations();
		this.undos = tools.undos();
		this.undo = undo;
		this.data = data;
	}

	@Override
	public boolean live() {
		return true;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		return List.of(Stage.whole("undo", this::undo));
	}

	@Override
	public void restarting(JobTask job) {
		UUID application = job.as(UndoTask.class).applicationId();
		this.undos.lock(application);
		this.undos.latest(application).filter((latest) -> !latest.equals(job.jobId())).ifPresent((latest) -> {
			throw ApplicationUndos.illegal("Undoing the application was begun again by job %s.".formatted(latest));
		});
	}

	/** Returns the name of the set of outcomes of a job. */
	static String outcomes(UUID job) {
		return job + "-undone";
	}

	private void undo(PartRun part) throws Exception {
		UUID application = part.task().as(UndoTask.class).applicationId();
		this.creations.settle(application);
		Map<Undone, Long> counts = new EnumMap<>(Undone.class);
		try (SetWriter writer = this.data.write(outcomes(part.task().jobId()))) {
			long line = 0;
			@Nullable UUID last = null;
			List<CustomerChange> page = this.journal.page(application, last, PAGE);
			while (!page.isEmpty()) {
				for (CustomerChange change : page) {
					ChangeUndo.Outcome outcome = undo(application, change);
					writer.write(new Row(++line, change.customerId().toString(), change.kind().toString(),
							outcome.undone().toString(), outcome.reason()));
					counts.merge(outcome.undone(), 1L, Long::sum);
					part.progress(1);
					last = change.customerId();
				}
				page = this.journal.page(application, last, PAGE);
			}
			writer.complete(COLUMNS);
			part.result(new UndoResult(line, count(counts, Undone.DELETED), count(counts, Undone.RESTORED),
					count(counts, Undone.UNMERGED), count(counts, Undone.KEPT)));
		}
	}

	/** Undoes a change, unless an earlier attempt did. */
	private ChangeUndo.Outcome undo(UUID application, CustomerChange change) {
		Undone before = change.undone();
		if (before != null && before != Undone.KEPT) {
			return new ChangeUndo.Outcome(before, change.reason());
		}
		ChangeUndo.Outcome outcome = this.undo.undo(change);
		this.journal.undone(application, change, outcome.undone(), outcome.reason());
		return outcome;
	}

	private static long count(Map<Undone, Long> counts, Undone outcome) {
		return counts.getOrDefault(outcome, 0L);
	}

}
