package io.kehu.migration.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.migration.clean.chain.Finding;
import io.kehu.migration.clean.chain.RepeatedRows;
import io.kehu.migration.clean.chain.RowAccount;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.definition.DefinedRules;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedSet;

import org.springframework.stereotype.Component;

/**
 * Cleans a data set. Each partition is a part; partition n of the output contains the
 * remaining rows of partition n of the input. A rule that must see all rows scans them in
 * a stage before, which keeps its findings for each partition.
 */
@Component
class CleaningJob implements JobKind {

	static final String NAME = "cleaning";

	/** The fraction of the memory for known keys is one over this. */
	private static final int SHARE_OF_KEYS = 3;

	private final DataSets sets;

	private final StagedData data;

	private final DefinedRules definitions;

	private final KnownKeys keys;

	CleaningJob(DataSets sets, StagedData data, DefinedRules definitions) {
		this.sets = sets;
		this.data = data;
		this.definitions = definitions;
		this.keys = new KnownKeys(data, Runtime.getRuntime().maxMemory() / SHARE_OF_KEYS);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		List<Stage> stages = new ArrayList<>();
		for (RuleSegment segment : segments(job)) {
			if (segment.scans()) {
				Stage scan = new Stage(segment.scanStage(),
						(task) -> RuleScan.shares(segment.scanningRule(), partitions(task)),
						(part) -> scan(part, segment));
				stages.add((segment.scanningRule() instanceof RepeatedRows) ? scan : scan.onePartPerInstance());
			}
			stages.add(new Stage(segment.stage(), this::partitions, (part) -> work(part, segment)));
		}
		stages.add(Stage.whole("account", this::account));
		return stages;
	}

	private List<RuleSegment> segments(JobTask task) {
		CleaningTask cleaning = task.as(CleaningTask.class);
		return RuleSegment.of(this.definitions.of(cleaning.definitionId(), cleaning.revision()));
	}

	/** Returns the number of rows that all parts of a job read in total. */
	long work(List<Rule> rules, UUID dataSet) {
		StagedSet source = source(dataSet);
		return RuleSegment.of(rules)
			.stream()
			.mapToLong((segment) -> 1
					+ (segment.scans() ? RuleScan.shares(segment.scanningRule(), source.partitions().size()) : 0))
			.sum() * source.rows();
	}

	private int partitions(JobTask task) {
		return source(task).partitions().size();
	}

	private StagedSet source(JobTask task) {
		return source(task.as(CleaningTask.class).dataSetId());
	}

	private StagedSet source(UUID dataSet) {
		try {
			return this.data.set(dataSet.toString());
		}
		catch (IOException ex) {
			throw new JobFailure("The data set has been deleted");
		}
	}

	/** Returns the name of the set of changes of a job. */
	static String changes(UUID job) {
		return job + "-changes";
	}

	/** Returns the name of the set of findings of a segment. */
	private static String found(JobTask task, RuleSegment segment) {
		return "%s-found-%d".formatted(task.jobId(), segment.number());
	}

	/** Returns the name of the output of a segment. */
	private static String output(JobTask task, List<RuleSegment> segments, int number) {
		return (number == segments.size()) ? task.as(CleaningTask.class).outputId().toString()
				: "%s-rules-%d".formatted(task.jobId(), number);
	}

	/** Returns the input of a segment. */
	private SegmentRows input(PartRun part, List<RuleSegment> segments, RuleSegment segment) {
		StagedSet source = source(part.task());
		if (segment.number() == 1) {
			return new SegmentRows(source.id(), source.columns(), source.partitions());
		}
		List<PartResult> before = part.results(segments.get(segment.number() - 2).stage(), PartResult.class);
		return new SegmentRows(output(part.task(), segments, segment.number() - 1), before.get(0).columns(),
				before.stream().flatMap((one) -> one.written().stream()).toList());
	}

	private void scan(PartRun part, RuleSegment segment) throws Exception {
		List<RuleSegment> segments = segments(part.task());
		SegmentRows rows = input(part, segments, segment);
		Set<String> numbered = segments.stream()
			.limit(segment.number() - 1L)
			.flatMap((before) -> before.rules().stream())
			.filter((rule) -> rule instanceof Rule.Standardise standardise && standardise.writesNumbers())
			.map((rule) -> ((Rule.Standardise) rule).column())
			.collect(Collectors.toSet());
		part.result(new RuleScan(this.data, part, segment, rows, numbered, found(part.task(), segment))
			.scan(part.task().as(CleaningTask.class).seed()));
	}

	/** Applies the rules of a segment to one partition. */
	private void work(PartRun part, RuleSegment segment) throws Exception {
		List<RuleSegment> segments = segments(part.task());
		SegmentRows input = input(part, segments, segment);
		LoadedRows rows = LoadedRows.of(this.data, input.set(), input.columns(),
				List.of(input.numbers().get(part.number())), (row) -> part.progress(0));
		int log = (segment.number() - 1) * input.partitions().size() + part.number();
		part.result(run(part, segment, rows, new Targets(output(part.task(), segments, segment.number()), log)));
	}

	private PartResult run(PartRun part, RuleSegment segment, LoadedRows rows, Targets targets) throws Exception {
		CleaningTask task = part.task().as(CleaningTask.class);
		long read = rows.table().rows();
		try (PartitionWriter writer = this.data.area().writePartition(changes(part.task().jobId()), targets.log())) {
			ChangeLog log = new ChangeLog(writer);
			RuleRun run = new RuleRun(rows, task.seed(), this.keys.of(part.task().jobId(), task.references()), log);
			long told = 0;
			for (int i = 0; i < segment.rules().size(); i++) {
				part.progress(0);
				if (i == 0 && segment.scans()) {
					seen(part, segment, run);
				}
				else {
					run.apply(segment.first() + i + 1, segment.rules().get(i));
				}
				long upToHere = read * (i + 1) / (segment.rules().size() + 1);
				part.progress(upToHere - told);
				told = upToHere;
			}
			List<StagedPartition> written = run.rows()
				.write(this.data.area(), targets.set(), (row) -> part.progress(0));
			part.progress(read - told);
			List<ChangeCount> counts = log.complete();
			return new PartResult(read, run.dropped(), written, run.rows().columns(),
					new StagedPartition(targets.log(), total(counts)), counts);
		}
	}

	/** Applies a rule by its findings from the full scan. */
	private void seen(PartRun part, RuleSegment segment, RuleRun run) throws IOException {
		List<Finding> findings = new ArrayList<>();
		for (FullScan scan : part.results(segment.scanStage(), FullScan.class)) {
			if (segment.scanningRule() instanceof Rule.Standardise rule && scan.learnt() != null) {
				run.apply(segment.first() + 1, rule, scan.learnt());
				return;
			}
			for (int partition : scan.of(part.number())) {
				findings.addAll(FindingWriter.read(this.data.area(), found(part.task(), segment), partition));
			}
		}
		run.apply(segment.first() + 1, segment.scanningRule(), findings);
	}

	private static long total(List<ChangeCount> counts) {
		return counts.stream().mapToLong(ChangeCount::count).sum();
	}

	/** Checks that no row was lost, and publishes the output. */
	private void account(PartRun part) throws IOException {
		CleaningTask task = part.task().as(CleaningTask.class);
		StagedSet source = source(part.task());
		List<PartResult> all = new ArrayList<>();
		List<PartResult> last = List.of();
		List<FillReport> trials = new ArrayList<>();
		long kept = source.rows();
		for (RuleSegment segment : segments(part.task())) {
			last = part.results(segment.stage(), PartResult.class);
			long read = last.stream().mapToLong(PartResult::read).sum();
			if (read != kept) {
				throw new IllegalStateException(
						"%d rows entered a stage, but %d left the one before".formatted(read, kept));
			}
			kept = last.stream().mapToLong(PartResult::kept).sum();
			all.addAll(last);
			if (segment.scans()) {
				part.results(segment.scanStage(), FullScan.class)
					.stream()
					.flatMap(FullScan::trials)
					.forEach(trials::add);
			}
		}
		Map<String, Long> dropped = new LinkedHashMap<>();
		all.forEach((one) -> one.dropped().forEach((reason, count) -> dropped.merge(reason, count, Long::sum)));
		RowAccount account = new RowAccount(source.rows(), kept, dropped, 0);
		List<StagedPartition> written = last.stream().flatMap((one) -> one.written().stream()).toList();
		List<String> columns = last.isEmpty() ? source.columns() : last.get(0).columns();
		StagedSet output = this.data.area().complete(task.outputId().toString(), columns, written);
		this.data.area()
			.complete(changes(part.task().jobId()), ChangeLog.COLUMNS, all.stream().map(PartResult::log).toList());
		this.sets.ready(task.outputId(), output);
		part.result(new CleaningResult(task.outputId(), account.read(), account.kept(), account.dropped(),
				account.merged(), ChangeLog.sum(all.stream().map(PartResult::counts).toList()), trials));
	}

	@Override
	public void completed(JobTask task) {
		List<RuleSegment> segments = segments(task);
		try {
			for (RuleSegment segment : segments) {
				this.data.area().delete(found(task, segment));
				if (segment.number() < segments.size()) {
					this.data.area().delete(output(task, segments, segment.number()));
				}
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Override
	public void failed(JobTask task, String reason) {
		this.sets.failed(task.as(CleaningTask.class).outputId(), reason);
	}

	/**
	 * The targets of a part.
	 *
	 * @param set the set of the rows that are kept
	 * @param log the partition of its changes
	 */
	private record Targets(String set, int log) {
	}

}
