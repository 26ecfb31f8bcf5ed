package io.kehu.migration.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.kehu.migration.intake.Row;
import io.kehu.migration.live.Outcomes.Status;
import io.kehu.migration.matching.RecordReference;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists and counts the live customers that an application would create, change and merge.
 * Each change is rehearsed by customer-service, so that all that would be rejected is
 * foreseen.
 */
final class DryRun {

	/** The columns of the set of changes; the line of a row is its number. */
	static final List<String> COLUMNS = List.of("action", "customerId", "survivorId", "records", "change", "reason");

	private final ApplicationTask task;

	private final ClusterPlanner planner;

	private final Rehearsals rehearsals;

	private final SetWriter writer;

	private final Map<Action, Long> counts = new EnumMap<>(Action.class);

	private final Map<Status, Long> rows = new EnumMap<>(Status.class);

	private long written;

	DryRun(ApplicationTask task, ApplicationTools tools, SetWriter writer) {
		this.task = task;
		this.planner = tools.planner();
		this.rehearsals = tools.rehearsals();
		this.writer = writer;
	}

	void fresh(List<ClusterPlanner.Fresh> clusters) throws IOException {
		List<MergedCluster> created = new ArrayList<>();
		for (ClusterPlanner.Fresh one : clusters) {
			if (one.refusal() != null) {
				reject(null, one.cluster().others(), null, one.refusal());
			}
			else if (one.holders().isEmpty()) {
				created.add(one.cluster());
			}
			else {
				join(one.cluster().joinedWith(LiveCustomers.id(one.holders().get(0))));
			}
		}
		create(created);
	}

	private void create(List<MergedCluster> fresh) throws IOException {
		if (fresh.isEmpty()) {
			return;
		}
		List<RowPlan> plans = fresh.stream().map((one) -> this.planner.details(this.task, one)).toList();
		List<JsonNode> answers = this.rehearsals.load(plans.stream().map(RowPlan::body).toList());
		for (int i = 0; i < fresh.size(); i++) {
			List<RecordReference> records = fresh.get(i).others();
			RowPlan plan = plans.get(i);
			Status status = Status.of(answers.get(i));
			if (status == Status.REJECTED) {
				reject(null, records, plan.body(), LiveCustomers.errors(answers.get(i).path("errors")));
			}
			else {
				count(status, records.size());
				add((status == Status.CREATED) ? Action.CREATE : Action.CHANGE, null, null, records, plan.body(),
						plan.remark());
			}
		}
	}

	void join(MergedCluster cluster) throws IOException {
		ClusterPlanner.Update update = this.planner.update(this.task, cluster, DryRun::isOwn);
		if (!cluster.others().isEmpty()) {
			change(cluster, update);
		}
		if (!cluster.ending().isEmpty()) {
			merge(cluster, update);
		}
	}

	private void change(MergedCluster cluster, ClusterPlanner.Update update) throws IOException {
		String customer = cluster.survivor().toString();
		RowPlan plan = update.plan();
		String refusal = update.refusal();
		JsonNode survivor = update.survivor();
		if (refusal == null && survivor != null && !plan.isEmpty()) {
			refusal = this.rehearsals.patch(survivor, plan.body());
		}
		if (refusal != null) {
			reject(customer, cluster.others(), plan.body(), refusal);
		}
		else if (plan.isEmpty()) {
			count(Action.UNCHANGED);
			count(Status.UNCHANGED, cluster.others().size());
		}
		else {
			add(Action.CHANGE, customer, null, cluster.others(), plan.body(), plan.remark());
			count(Status.UPDATED, cluster.others().size());
		}
	}

	/** Returns false, since a dry run changes no customer. */
	static boolean isOwn(JsonNode customer) {
		return false;
	}

	private void merge(MergedCluster cluster, ClusterPlanner.Update update) throws IOException {
		JsonNode survivor = update.survivor();
		ClusterPlanner.@Nullable Merge merge = (survivor != null)
				? this.planner.merge(this.task, cluster, update.changed(), DryRun::isOwn) : null;
		String refusal = (merge != null) ? merge.refusal() : update.refusal();
		ObjectNode change = null;
		if (survivor != null && merge != null && refusal == null && !merge.done()) {
			Rehearsals.MergeForecast forecast = this.rehearsals.merge(survivor, merge.line());
			refusal = forecast.refusal();
			change = forecast.change();
		}
		boolean done = merge != null && merge.done();
		count(done ? Status.UNCHANGED : (refusal != null) ? Status.REJECTED : Status.MERGED, cluster.ending().size());
		for (RecordReference one : cluster.ending()) {
			if (done) {
				count(Action.UNCHANGED);
			}
			else {
				add((refusal != null) ? Action.REJECT : Action.MERGE, one.key(), cluster.survivor().toString(),
						List.of(), change, refusal);
			}
		}
	}

	private void reject(@Nullable String customer, List<RecordReference> records, @Nullable JsonNode change,
			@Nullable String reason) throws IOException {
		add(Action.REJECT, customer, null, records, change, reason);
		count(Status.REJECTED, records.size());
	}

	private void add(Action action, @Nullable String customer, @Nullable String survivor, List<RecordReference> records,
			@Nullable JsonNode change, @Nullable String reason) throws IOException {
		String listed = records.stream()
			.map((record) -> record.source() + ":" + record.key())
			.collect(Collectors.joining(", "));
		this.writer.write(new Row(++this.written, action.toString(), customer, survivor, listed,
				(change != null) ? change.toString() : null, reason));
		count(action);
	}

	private void count(Action action) {
		this.counts.merge(action, 1L, Long::sum);
	}

	private void count(Status status, int records) {
		this.rows.merge(status, (long) records, Long::sum);
	}

	/**
	 * Completes the set of changes.
	 * @param read the number of records that need an outcome
	 */
	DryRunResult complete(long read, List<String> unmapped) throws IOException {
		this.writer.complete(COLUMNS);
		return new DryRunResult(this.task.liveCustomers(), of(Action.CREATE), of(Action.CHANGE), of(Action.MERGE),
				of(Action.UNCHANGED), of(Action.REJECT), confirmed(), unmapped, RowCounts.of(read, this.rows),
				this.task.warnings());
	}

	/** Customers can get external ids after the upper bounds were determined. */
	private Confirmation confirmed() {
		Confirmation bounds = this.task.affected();
		return new Confirmation(Math.max(bounds.changed(), of(Action.CHANGE)),
				Math.max(bounds.merged(), of(Action.MERGE)));
	}

	private long of(Action action) {
		return this.counts.getOrDefault(action, 0L);
	}

	/**
	 * What would be done.
	 */
	enum Action {

		/** A customer would be created. */
		CREATE,

		/** A customer would be changed. */
		CHANGE,

		/** A customer would be merged into another. */
		MERGE,

		/** A customer already has all values, or is already merged; not listed. */
		UNCHANGED,

		/** Records or customers would be rejected. */
		REJECT;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
