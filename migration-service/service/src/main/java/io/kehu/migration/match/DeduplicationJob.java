package io.kehu.migration.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.clean.chain.RowAccount;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.matching.exact.DuplicateSearch;
import io.kehu.migration.matching.exact.Duplicates;
import io.kehu.migration.matching.exact.FoundDuplicates;
import io.kehu.migration.matching.exact.HashSearch;
import io.kehu.migration.matching.exact.KeyRange;
import io.kehu.migration.matching.exact.RowKeys;
import io.kehu.migration.matching.exact.SortSearch;
import io.kehu.migration.matching.exact.SpillFolder;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.SetWriter;
import io.kehu.migration.staging.StagedSet;
import org.springframework.stereotype.Component;

/**
 * Removes duplicates, either equal or similar rows. Each part searches a range of the
 * keys; one part then combines the findings.
 */
@Component
class DeduplicationJob implements JobKind {

	static final String NAME = "deduplication";

	/**
	 * The columns of the set of duplicates; the line of a row is that of the row removed.
	 */
	static final List<String> COLUMNS = List.of("source", "record", "keptSource", "keptRecord", "likeness");

	private static final String SEARCH = "search";

	/** The number of parts that search for equal rows, each reading all rows. */
	static final int SHARES = 4;

	/** The memory for sorting in each part. */
	private static final int SORT_MEGABYTES = 16;

	private final DataSets sets;

	private final StagedData data;

	private final NeighbourSearch neighbours;

	DeduplicationJob(DataSets sets, StagedData data) {
		this.sets = sets;
		this.data = data;
		this.neighbours = new NeighbourSearch(data);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		List<Stage> stages = new ArrayList<>();
		stages.add(new Stage(SEARCH, (task) -> Neighbours.wanted(task) ? 0 : SHARES, this::search));
		stages.addAll(this.neighbours.stages());
		stages.add(Stage.whole("merge", this::merge));
		return stages;
	}

	/** Returns the name of the set of duplicates of a job. */
	static String duplicates(UUID job) {
		return job + "-duplicates";
	}

	/**
	 * Returns the name of the set of rows to remove, each of whose partitions is sorted.
	 */
	static String found(JobTask task) {
		return task.jobId() + "-found";
	}

	private void search(PartRun part) throws Exception {
		DeduplicationTask task = part.task().as(DeduplicationTask.class);
		DuplicateSearch search = switch (task.method()) {
			case HASH -> new HashSearch();
			case SORT, NEIGHBOURHOOD -> new SortSearch(SORT_MEGABYTES);
		};
		try (SpillFolder spills = new SpillFolder();
				RowKeys keys = new RowKeys(new JoinedRows(this.data, task.sources()), task.columns(),
						new KeyRange(part.number(), SHARES), part::progress);
				Duplicates duplicates = search.search(keys, spills.path());
				PartitionWriter writer = this.data.area().writePartition(found(part.task()), part.number())) {
			FoundDuplicates.write(duplicates, writer);
		}
	}

	private void merge(PartRun part) throws Exception {
		DeduplicationTask task = part.task().as(DeduplicationTask.class);
		long kept = 0;
		long merged = 0;
		try (FoundDuplicates findings = new FoundDuplicates(this.data.area(), found(part.task()),
				(task.neighbourhood() != null) ? 1 : SHARES);
				JoinedRows rows = new JoinedRows(this.data, task.sources());
				SetWriter output = this.data.write(task.outputId().toString());
				SetWriter log = this.data.write(duplicates(part.task().jobId()))) {
			Row next = findings.next();
			for (Row row = rows.next(); row != null; row = rows.next()) {
				part.progress(1);
				if (next != null && next.line() == rows.number()) {
					JoinedRows.RowPlace first = rows.place(Long.parseLong(String.valueOf(next.value(0))));
					log.write(lineage(row.line(), rows.place(rows.number()), first, String.valueOf(next.value(1)),
							task.sources()));
					merged++;
					next = findings.next();
				}
				else {
					output.write(row);
					if (++kept % this.data.rowsPerPartition() == 0) {
						output.completeBelow(Math.toIntExact(kept / this.data.rowsPerPartition()));
					}
				}
			}
			RowAccount account = new RowAccount(rows.rows(), kept, Map.of(), merged);
			StagedSet set = output.complete(rows.columns());
			log.complete(COLUMNS);
			this.sets.ready(task.outputId(), set);
			part.result(new MatchResult(task.outputId(), account.read(), account.kept(), account.dropped(),
					account.merged(), null, null, null, null));
		}
	}

	private static Row lineage(long line, JoinedRows.RowPlace left, JoinedRows.RowPlace kept, String likeness,
			List<MatchSource> sources) {
		return new Row(line, sources.get(left.source()).knownAs(), Long.toString(left.row()),
				sources.get(kept.source()).knownAs(), Long.toString(kept.row()), likeness);
	}

	@Override
	public void completed(JobTask task) {
		try {
			this.data.area().delete(found(task));
			this.neighbours.delete(task);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Override
	public void failed(JobTask task, String reason) {
		this.sets.failed(task.as(DeduplicationTask.class).outputId(), reason);
	}

}
