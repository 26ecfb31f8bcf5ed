package io.kehu.migration.crm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.migration.crm.CrmRecords.StoredRecord;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.mapping.CrmMapping;
import io.kehu.migration.mapping.EntityMapping;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Undoes a run, one entity after the other, those that refer to others first. Custom
 * fields that it defined stay.
 */
@Component
class CrmUndoJob implements JobKind {

	static final String NAME = "crm-undo";

	/** The columns of the set of kept records; the line of a row is its number. */
	static final List<String> COLUMNS = List.of("entity", "key", "id", "reason");

	private static final int PAGE = 200;

	private static final List<Outcome> LOADED = List.of(Outcome.CREATED, Outcome.MERGED);

	private final CrmStore store;

	private final CrmRecords records;

	private final RecordUndo undo;

	private final UnrecordedRows unrecorded;

	private final StagedData data;

	CrmUndoJob(CrmStore store, CrmRecords records, RecordUndo undo, UnrecordedRows unrecorded, StagedData data) {
		this.store = store;
		this.records = records;
		this.undo = undo;
		this.unrecorded = unrecorded;
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

	/** Returns the name of the set of records that an undo has kept. */
	static String kept(UUID undo) {
		return undo + "-crm-kept";
	}

	private void undo(PartRun part) throws Exception {
		UUID run = part.task().as(CrmUndoTask.class).runId();
		CrmMapping mapping = this.store.get(run).mapping();
		List<EntityMapping> entities = new ArrayList<>(mapping.inOrder());
		Collections.reverse(entities);
		long undone = 0;
		long[] kept = { 0 };
		try (SetWriter writer = this.data.write(kept(part.task().jobId()))) {
			for (EntityMapping entity : entities) {
				this.unrecorded.settle(run, mapping, entity);
				undone += undo(run, entity, part, writer, kept);
			}
			writer.complete(COLUMNS);
		}
		part.result(new CrmUndoResult(undone, kept[0]));
	}

	private long undo(UUID run, EntityMapping entity, PartRun part, SetWriter writer, long[] line) {
		long undone = 0;
		List<StoredRecord> page = this.records.page(run, entity.name(), LOADED, "", PAGE);
		while (!page.isEmpty()) {
			Map<String, @Nullable String> kept = this.undo.undo(run, entity, page);
			for (StoredRecord row : page) {
				String reason = kept.get(row.key());
				if (reason == null) {
					this.records.undone(run, entity.name(), row.key());
					undone++;
				}
				else {
					CrmRunJob.write(writer,
							new Row(++line[0], entity.name(), row.key(), Objects.toString(row.id(), ""), reason));
				}
			}
			part.progress(page.size());
			page = this.records.page(run, entity.name(), LOADED, page.get(page.size() - 1).key(), PAGE);
		}
		return undone;
	}

	/**
	 * The task of an undo.
	 *
	 * @param runId the run
	 */
	record CrmUndoTask(UUID runId) {
	}

	/**
	 * The result of an undo.
	 *
	 * @param undone the number of rows whose records were deleted or restored
	 * @param kept the number of rows whose records are kept, with the reasons in the list
	 */
	record CrmUndoResult(long undone, long kept) {
	}

}
