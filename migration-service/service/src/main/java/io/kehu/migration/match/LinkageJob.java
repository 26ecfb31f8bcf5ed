package io.kehu.migration.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.clean.chain.RowAccount;
import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.LinkageSource;
import io.kehu.migration.matching.LinkageWarning;
import io.kehu.migration.matching.Linker;
import io.kehu.migration.matching.PreparedLinkage;
import io.kehu.migration.matching.RecordReference;
import io.kehu.migration.matching.clusters.ReviewPair;
import io.kehu.migration.matching.field.AddressColumns;
import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.progress.LinkageWatch;
import io.kehu.migration.matching.report.LinkageReport;
import io.kehu.migration.staging.SetWriter;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedSet;
import io.kehu.migration.survivorship.FieldGroup;
import io.kehu.migration.survivorship.SurvivingValue;
import io.kehu.migration.survivorship.Survivorship;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Links records and merges those that denote the same entity. The weights are learnt from
 * all records; if there are many, each instance learns the same weights and weighs a
 * share of the pairs, and one joins them. The findings are kept in staging, because they
 * show values of rows.
 */
@Component
class LinkageJob implements JobKind {

	static final String NAME = "linkage";

	/** The columns of the set of pairs to review. */
	static final List<String> REVIEW = List.of("leftSource", "leftKey", "rightSource", "rightKey", "probability",
			"weight", "explanation", "leftRecords", "rightRecords", "leftNumbered", "rightNumbered", "leftKnownSource",
			"leftKnownKey", "rightKnownSource", "rightKnownKey");

	/** The columns of the set of surviving values. */
	static final List<String> LINEAGE = List.of("cluster", "column", "value", "source", "key", "rule", "others");

	/** The columns of the set of records by cluster. */
	static final List<String> CLUSTERS = List.of("cluster", "source", "key", "size");

	/**
	 * The columns of the set of records by row of the merged set; the line is that of the
	 * row. Records without a key are numbered instead.
	 */
	static final List<String> MEMBERS = List.of("source", "key", "numbered");

	private static final int MOST_REVIEWED = 100_000;

	private static final String WEIGH = "weigh";

	private final DataSets sets;

	private final StagedData data;

	private final Decisions decisions;

	private final KnownMatches matches;

	private final JsonMapper json;

	private final LinkageProperties properties;

	LinkageJob(DataSets sets, StagedData data, Decisions decisions, KnownMatches matches, JsonMapper json,
			LinkageProperties properties) {
		this.sets = sets;
		this.data = data;
		this.decisions = decisions;
		this.matches = matches;
		this.json = json;
		this.properties = properties;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		return List.of(new Stage(WEIGH, (task) -> {
			LinkageTask wanted = task.as(LinkageTask.class);
			return wanted.shared() ? wanted.shares() : 0;
		}, this::weigh).onePartPerInstance(), Stage.whole("link", this::link).onePartPerInstance());
	}

	/** Returns the number of shares for a number of records and instances. */
	int shares(long records, int instances) {
		return this.properties.shares(records, instances);
	}

	/** Returns the name of a set of a job. */
	static String made(UUID job, String what) {
		return job + "-" + what;
	}

	private void link(PartRun part) throws Exception {
		LinkageTask task = part.task().as(LinkageTask.class);
		List<LoadedRows> loaded = new ArrayList<>();
		List<LinkageSource> sources = load(part, task, loaded);
		PreparedLinkage prepared = prepare(task, sources, new WatchedPart(part, task, records(sources)));
		LinkageResult linked = task.shared() ? pairs(part.task()).cluster(prepared, task.shares()) : prepared.run();
		report(part, task, linked);
		int review = review(part, task, linked);
		MergedRecords records = new MergedRecords(loaded, linked, survivorship(task.wanted(), sources),
				task.wanted().changedColumn());
		int clusters = merge(part, task, linked, records);
		this.matches.write(made(part.task().jobId(), "matches"), task, linked);
		part.progress(0);
		List<LinkageWarning> warnings = new ResultWarnings(linked.warnings()).reviewed(linked.review().size(), review)
			.unread(records.unreadChanges(), task.wanted().changedColumn())
			.all();
		RowAccount account = new RowAccount(linked.records(), linked.clusters(), Map.of(),
				linked.records() - linked.clusters());
		part.result(new MatchResult(task.outputId(), account.read(), account.kept(), account.dropped(),
				account.merged(), clusters, review, linked.capped(), warnings));
	}

	/** The columns of an address survive together, so that no address is invented. */
	private static Survivorship survivorship(NewLinkage wanted, List<LinkageSource> sources) {
		List<Table> tables = sources.stream()
			.map((source) -> source.table()
				.without((source.keyColumn() != null) ? Set.of(source.keyColumn()) : Set.of()))
			.toList();
		Map<String, String> address = new HashMap<>();
		AddressColumns.among(tables, wanted.rolesOrDetected())
			.forEach((column, role) -> address.put(column, role.toString()));
		return wanted.rules().with(new FieldGroup(address, Set.of(ColumnRole.CATEGORY.toString())));
	}

	/** Weighs one share of the pairs. */
	private void weigh(PartRun part) throws Exception {
		LinkageTask task = part.task().as(LinkageTask.class);
		List<LinkageSource> sources = load(part, task, new ArrayList<>());
		LinkageWatch watch = new WatchedPart(part, task, records(sources));
		pairs(part.task()).weigh(prepare(task, sources, watch), part.number(), task.shares());
		part.result(new Share(part.number()));
	}

	private WeighedPairs pairs(JobTask task) {
		return new WeighedPairs(this.data.area(), made(task.jobId(), "pairs"));
	}

	private List<LinkageSource> load(PartRun part, LinkageTask task, List<LoadedRows> loaded) throws Exception {
		List<LinkageSource> sources = new ArrayList<>();
		for (MatchSource source : task.wanted().sources()) {
			StagedSet set = this.data.set(source.dataSetId().toString());
			LoadedRows rows = LoadedRows.of(this.data, set.id(), set.columns(),
					set.partitions().stream().map(StagedPartition::number).toList(), (row) -> part.progress(1));
			loaded.add(rows);
			sources.add(new LinkageSource(source.knownAs(), rows.table(), source.keyColumn(), source.entityColumn()));
		}
		return sources;
	}

	private PreparedLinkage prepare(LinkageTask task, List<LinkageSource> sources, LinkageWatch watch) {
		return new Linker(LinkageTask.settings(task.wanted())).prepare(sources,
				this.decisions.of(task.wanted().dataSets()), watch);
	}

	private static long records(List<LinkageSource> sources) {
		return sources.stream().mapToLong((source) -> source.table().rows()).sum();
	}

	private void report(PartRun part, LinkageTask task, LinkageResult linked) throws Exception {
		LinkageReport report = LinkageReport.of(task.wanted().sources().get(0).knownAs(), linked);
		try (SetWriter writer = this.data.write(made(part.task().jobId(), "report"))) {
			writer.write(new Row(1, this.json.writeValueAsString(report)));
			writer.complete(List.of("report"));
		}
	}

	private int review(PartRun part, LinkageTask task, LinkageResult linked) throws Exception {
		Set<String> known = task.wanted().knownSources();
		List<ReviewPair> pairs = linked.review();
		int count = Math.min(MOST_REVIEWED, pairs.size());
		try (SetWriter writer = this.data.write(made(part.task().jobId(), "review"))) {
			for (int i = 0; i < count; i++) {
				ReviewPair pair = pairs.get(i);
				RecordReference left = linked.reference(pair.left());
				RecordReference right = linked.reference(pair.right());
				RecordReference leftKnown = KnownMatches.of(linked, pair.left(), known);
				RecordReference rightKnown = KnownMatches.of(linked, pair.right(), known);
				writer.write(new Row(i + 1L, left.source(), left.key(), right.source(), right.key(),
						Double.toString(pair.probability()), Double.toString(pair.weight()),
						this.json.writeValueAsString(linked.explain(pair)), Integer.toString(pair.leftRecords()),
						Integer.toString(pair.rightRecords()), numbered(left), numbered(right),
						(leftKnown != null) ? leftKnown.source() : null, (leftKnown != null) ? leftKnown.key() : null,
						(rightKnown != null) ? rightKnown.source() : null,
						(rightKnown != null) ? rightKnown.key() : null));
				part.progress(0);
			}
			writer.complete(REVIEW);
		}
		return count;
	}

	private int merge(PartRun part, LinkageTask task, LinkageResult linked, MergedRecords records) throws Exception {
		UUID job = part.task().jobId();
		int several = 0;
		try (SetWriter output = this.data.write(task.outputId().toString());
				SetWriter lineage = this.data.write(made(job, "lineage"));
				SetWriter members = this.data.write(made(job, "clusters"));
				SetWriter all = this.data.write(made(job, "members"))) {
			for (int cluster = 0; cluster < linked.clusters(); cluster++) {
				MergedRecords.MergedRow merged = records.of(cluster);
				output.write(merged.row());
				int[] rows = linked.cluster(cluster);
				part.progress(rows.length);
				for (int row : rows) {
					RecordReference reference = linked.reference(row);
					all.write(new Row(cluster + 1L, reference.source(), reference.key(), numbered(reference)));
				}
				if (merged.survivor() == null) {
					continue;
				}
				several++;
				for (int row : rows) {
					RecordReference reference = linked.reference(row);
					members.write(new Row(row + 1L, Integer.toString(several), reference.source(), reference.key(),
							Integer.toString(rows.length)));
				}
				for (SurvivingValue value : merged.survivor().values()) {
					lineage.write(lineage(merged.row().line(), several, value));
				}
			}
			members.complete(CLUSTERS);
			all.complete(MEMBERS);
			lineage.complete(LINEAGE);
			this.sets.ready(task.outputId(), output.complete(records.columns()));
		}
		return several;
	}

	private static @Nullable String numbered(RecordReference record) {
		return record.numbered() ? "true" : null;
	}

	private Row lineage(long line, int cluster, SurvivingValue value) {
		return new Row(line, Integer.toString(cluster), value.field(), value.value(), value.from().source(),
				value.from().key(), value.rule().name(), this.json.writeValueAsString(value.others()));
	}

	@Override
	public void completed(JobTask task) {
		try {
			pairs(task).delete();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void failed(JobTask task, String reason) {
		this.sets.failed(task.as(LinkageTask.class).outputId(), reason);
	}

	/**
	 * The result of weighing a share of the pairs.
	 *
	 * @param share the number
	 */
	record Share(int share) {
	}

}
