package io.kehu.migration.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
 * Cleans a data set. The partitions of the data set are the parts; partition n of what
 * comes out holds the rows that are left of partition n of what came in. A rule that must
 * look at all rows does so in a stage before, which keeps what it found for each
 * partition.
 */
@Component
class CleaningJob implements JobKind {

	static final String NAME = "cleaning";

	/** Of the memory, one so-manyth. */
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
		for (Leg leg : legs(job)) {
			if (leg.looks()) {
				Stage look = new Stage(leg.look(), (task) -> RuleLook.shares(leg.looking(), partitions(task)),
						(part) -> look(part, leg));
				stages.add((leg.looking() instanceof RepeatedRows) ? look : look.onePartAtATime());
			}
			stages.add(new Stage(leg.stage(), this::partitions, (part) -> work(part, leg)));
		}
		stages.add(Stage.whole("account", this::account));
		return stages;
	}

	private List<Leg> legs(JobTask task) {
		CleaningTask cleaning = task.as(CleaningTask.class);
		return Leg.of(this.definitions.of(cleaning.definitionId(), cleaning.revision()));
	}

	/** How many rows all parts of a job read in all. */
	long work(List<Rule> rules, UUID dataSet) {
		StagedSet source = source(dataSet);
		return Leg.of(rules)
			.stream()
			.mapToLong((leg) -> 1 + (leg.looks() ? RuleLook.shares(leg.looking(), source.partitions().size()) : 0))
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

	/** The set of all changes of a job. */
	static String changes(UUID job) {
		return job + "-changes";
	}

	/** What rules of a leg found of rows that they saw all. */
	private static String found(JobTask task, Leg leg) {
		return "%s-found-%d".formatted(task.jobId(), leg.number());
	}

	/** What comes out of a leg. */
	private static String output(JobTask task, List<Leg> legs, int number) {
		return (number == legs.size()) ? task.as(CleaningTask.class).outputId().toString()
				: "%s-rules-%d".formatted(task.jobId(), number);
	}

	/** What a leg starts from. */
	private LegRows input(PartRun part, List<Leg> legs, Leg leg) {
		StagedSet source = source(part.task());
		if (leg.number() == 1) {
			return new LegRows(source.id(), source.columns(), source.partitions());
		}
		List<PartResult> before = part.results(legs.get(leg.number() - 2).stage(), PartResult.class);
		return new LegRows(output(part.task(), legs, leg.number() - 1), before.get(0).columns(),
				before.stream().flatMap((one) -> one.written().stream()).toList());
	}

	private void look(PartRun part, Leg leg) throws Exception {
		LegRows rows = input(part, legs(part.task()), leg);
		part.result(new RuleLook(this.data, part, leg, rows, found(part.task(), leg))
			.look(part.task().as(CleaningTask.class).seed()));
	}

	/** Carries out the rules of a leg on one partition. */
	private void work(PartRun part, Leg leg) throws Exception {
		List<Leg> legs = legs(part.task());
		LegRows input = input(part, legs, leg);
		LoadedRows rows = LoadedRows.of(this.data, input.set(), input.columns(),
				List.of(input.numbers().get(part.number())), (row) -> part.progress(0));
		int log = (leg.number() - 1) * input.partitions().size() + part.number();
		part.result(run(part, leg, rows, new Targets(output(part.task(), legs, leg.number()), log)));
	}

	private PartResult run(PartRun part, Leg leg, LoadedRows rows, Targets targets) throws Exception {
		CleaningTask task = part.task().as(CleaningTask.class);
		long read = rows.table().rows();
		try (PartitionWriter writer = this.data.area().writePartition(changes(part.task().jobId()), targets.log())) {
			ChangeLog log = new ChangeLog(writer);
			RuleRun run = new RuleRun(rows, task.seed(), this.keys.of(part.task().jobId(), task.references()), log);
			long told = 0;
			for (int i = 0; i < leg.rules().size(); i++) {
				part.progress(0);
				if (i == 0 && leg.looks()) {
					seen(part, leg, run);
				}
				else {
					run.apply(leg.first() + i + 1, leg.rules().get(i));
				}
				long upToHere = read * (i + 1) / (leg.rules().size() + 1);
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

	/** Carries out a rule by what it found when it looked at all rows. */
	private void seen(PartRun part, Leg leg, RuleRun run) throws IOException {
		List<Finding> findings = new ArrayList<>();
		for (Look look : part.results(leg.look(), Look.class)) {
			if (leg.looking() instanceof Rule.Standardise rule && look.learnt() != null) {
				run.apply(leg.first() + 1, rule, look.learnt());
				return;
			}
			for (int partition : look.of(part.number())) {
				findings.addAll(FindingWriter.read(this.data.area(), found(part.task(), leg), partition));
			}
		}
		run.apply(leg.first() + 1, leg.looking(), findings);
	}

	private static long total(List<ChangeCount> counts) {
		return counts.stream().mapToLong(ChangeCount::count).sum();
	}

	/** Checks that no row was lost, and shows what was made. */
	private void account(PartRun part) throws IOException {
		CleaningTask task = part.task().as(CleaningTask.class);
		StagedSet source = source(part.task());
		List<PartResult> all = new ArrayList<>();
		List<PartResult> last = List.of();
		List<FillReport> trials = new ArrayList<>();
		long kept = source.rows();
		for (Leg leg : legs(part.task())) {
			last = part.results(leg.stage(), PartResult.class);
			long read = last.stream().mapToLong(PartResult::read).sum();
			if (read != kept) {
				throw new IllegalStateException("%d rows went in, %d came out before".formatted(read, kept));
			}
			kept = last.stream().mapToLong(PartResult::kept).sum();
			all.addAll(last);
			if (leg.looks()) {
				part.results(leg.look(), Look.class).stream().flatMap(Look::trials).forEach(trials::add);
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
		List<Leg> legs = legs(task);
		try {
			for (Leg leg : legs) {
				this.data.area().delete(found(task, leg));
				if (leg.number() < legs.size()) {
					this.data.area().delete(output(task, legs, leg.number()));
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
	 * Where a part writes.
	 *
	 * @param set the set of the rows that are kept
	 * @param log the partition of its changes
	 */
	private record Targets(String set, int log) {
	}

}
