package io.kehu.migration.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.clean.chain.RowAccount;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.definition.DefinedRules;
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
 * comes out holds the rows that are left of partition n of what came in.
 */
@Component
class CleaningJob implements JobKind {

	static final String NAME = "cleaning";

	private static final String BEFORE = "before";

	private static final String WHOLE = "whole";

	private static final String AFTER = "after";

	private final DataSets sets;

	private final StagedData data;

	private final DefinedRules definitions;

	CleaningJob(DataSets sets, StagedData data, DefinedRules definitions) {
		this.sets = sets;
		this.data = data;
		this.definitions = definitions;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages() {
		return List.of(new Stage(BEFORE, this::partitions, this::before),
				new Stage(WHOLE, (task) -> cut(task).whole().isEmpty() ? 0 : 1, this::whole).onePartAtATime(),
				new Stage(AFTER, (task) -> cut(task).after().isEmpty() ? 0 : partitions(task), this::after),
				Stage.whole("account", this::account));
	}

	private CleaningTask.Cut cut(JobTask task) {
		CleaningTask cleaning = task.as(CleaningTask.class);
		return CleaningTask.Cut.of(this.definitions.of(cleaning.definitionId(), cleaning.revision()));
	}

	private int partitions(JobTask task) {
		return source(task).partitions().size();
	}

	private StagedSet source(JobTask task) {
		try {
			return this.data.set(task.as(CleaningTask.class).dataSetId().toString());
		}
		catch (IOException ex) {
			throw new io.kehu.migration.job.JobFailure("The data set has been deleted");
		}
	}

	/** The set of all changes of a job. */
	static String changes(UUID job) {
		return job + "-changes";
	}

	private static String between(JobTask task, String stage) {
		return task.jobId() + "-" + stage;
	}

	private void before(PartRun part) throws Exception {
		StagedSet source = source(part.task());
		CleaningTask.Cut cut = cut(part.task());
		String target = (cut.stages() == 1) ? output(part.task()) : between(part.task(), BEFORE);
		partition(part, new PartRules(source.id(), source.columns(), target, cut.before(), 0, part.number()));
	}

	private void after(PartRun part) throws Exception {
		CleaningTask.Cut cut = cut(part.task());
		int first = cut.before().size() + cut.whole().size();
		List<String> columns = part.results(WHOLE, PartResult.class).get(0).columns();
		partition(part, new PartRules(between(part.task(), WHOLE), columns, output(part.task()), cut.after(), first,
				partitions(part.task()) + 1 + part.number()));
	}

	private static String output(JobTask task) {
		return task.as(CleaningTask.class).outputId().toString();
	}

	/** Carries out rules on one partition. */
	private void partition(PartRun part, PartRules rules) throws Exception {
		LoadedRows rows = LoadedRows.of(this.data, rules.source(), rules.columns(), List.of(number(part)),
				() -> part.progress(0));
		part.result(run(part, rules, rows));
	}

	/** The number of the partition that a part works on. */
	private int number(PartRun part) {
		return source(part.task()).partitions().get(part.number()).number();
	}

	private void whole(PartRun part) throws Exception {
		CleaningTask.Cut cut = cut(part.task());
		List<String> columns = part.results(BEFORE, PartResult.class).get(0).columns();
		List<Integer> partitions = source(part.task()).partitions().stream().map(StagedPartition::number).toList();
		String target = cut.after().isEmpty() ? output(part.task()) : between(part.task(), WHOLE);
		PartRules rules = new PartRules(between(part.task(), BEFORE), columns, target, cut.whole(), cut.before().size(),
				partitions.size());
		LoadedRows rows = LoadedRows.of(this.data, rules.source(), columns, partitions, () -> part.progress(0));
		part.result(run(part, rules, rows));
	}

	private PartResult run(PartRun part, PartRules rules, LoadedRows rows) throws Exception {
		CleaningTask task = part.task().as(CleaningTask.class);
		List<FillReport> trials = new ArrayList<>();
		long read = rows.table().rows();
		try (PartitionWriter writer = this.data.area()
			.writePartition(changes(part.task().jobId()), rules.logPartition())) {
			ChangeLog log = new ChangeLog(writer);
			RuleRun run = new RuleRun(rows, task.seed(), references(task), log);
			long told = 0;
			for (int i = 0; i < rules.rules().size(); i++) {
				part.progress(0);
				int number = rules.first() + i + 1;
				if (rules.rules().get(i) instanceof Rule.Fill fill && run.rows().table().has(fill.column())) {
					trials.add(FillReport.of(number, fill, run.rows().table(), task.seed()));
				}
				run.apply(number, rules.rules().get(i));
				long upToHere = read * (i + 1) / (rules.rules().size() + 1);
				part.progress(upToHere - told);
				told = upToHere;
			}
			List<StagedPartition> written = run.rows().write(this.data.area(), rules.target(), () -> part.progress(0));
			part.progress(read - told);
			List<ChangeCount> counts = log.complete();
			return new PartResult(read, run.dropped(), written, run.rows().columns(),
					new StagedPartition(rules.logPartition(), total(counts)), counts, trials);
		}
	}

	private static long total(List<ChangeCount> counts) {
		return counts.stream().mapToLong(ChangeCount::count).sum();
	}

	private Map<String, Set<String>> references(CleaningTask task) throws Exception {
		Map<String, Set<String>> references = new HashMap<>();
		for (Map.Entry<String, NewRun.KeyReference> reference : task.references().entrySet()) {
			Set<String> keys = new HashSet<>();
			LoadedRows.each(this.data, reference.getValue().dataSetId().toString(), reference.getValue().column(),
					keys::add);
			references.put(reference.getKey(), keys);
		}
		return references;
	}

	/** Checks that no row was lost, and shows what was made. */
	private void account(PartRun part) throws IOException {
		CleaningTask task = part.task().as(CleaningTask.class);
		List<PartResult> before = part.results(BEFORE, PartResult.class);
		List<PartResult> all = new ArrayList<>(before);
		List<PartResult> last = before;
		long kept = kept(before);
		for (String stage : List.of(WHOLE, AFTER)) {
			List<PartResult> results = part.results(stage, PartResult.class);
			if (!results.isEmpty()) {
				long read = results.stream().mapToLong(PartResult::read).sum();
				if (read != kept) {
					throw new IllegalStateException("%d rows went in, %d came out before".formatted(read, kept));
				}
				kept = kept(results);
				last = results;
				all.addAll(results);
			}
		}
		Map<String, Long> dropped = new LinkedHashMap<>();
		all.forEach((one) -> one.dropped().forEach((reason, count) -> dropped.merge(reason, count, Long::sum)));
		RowAccount account = new RowAccount(source(part.task()).rows(), kept, dropped, 0);
		List<StagedPartition> written = last.stream().flatMap((one) -> one.written().stream()).toList();
		List<String> columns = last.isEmpty() ? source(part.task()).columns() : last.get(0).columns();
		StagedSet output = this.data.area().complete(output(part.task()), columns, written);
		this.data.area()
			.complete(changes(part.task().jobId()), ChangeLog.COLUMNS, all.stream().map(PartResult::log).toList());
		this.sets.ready(task.outputId(), output);
		part.result(new CleaningResult(task.outputId(), account.read(), account.kept(), account.dropped(),
				account.merged(), ChangeLog.sum(all.stream().map(PartResult::counts).toList()),
				all.stream().flatMap((one) -> one.trials().stream()).toList()));
	}

	private static long kept(List<PartResult> results) {
		return results.stream().mapToLong(PartResult::kept).sum();
	}

	@Override
	public void completed(JobTask task) {
		try {
			this.data.area().delete(between(task, BEFORE));
			this.data.area().delete(between(task, WHOLE));
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
	 * What a part does.
	 *
	 * @param source the set that it reads
	 * @param columns the columns of that set
	 * @param target the set that it writes
	 * @param rules the rules
	 * @param first how many rules of the definition come before
	 * @param logPartition where its changes go
	 */
	private record PartRules(String source, List<String> columns, String target, List<Rule> rules, int first,
			int logPartition) {
	}

}
