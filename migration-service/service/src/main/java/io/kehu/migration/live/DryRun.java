package io.kehu.migration.live;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.RecordReference;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lists and counts the live customers that an application would create, change and merge.
 */
final class DryRun {

	/** The columns of the set of changes; the line of a row is its number. */
	static final List<String> COLUMNS = List.of("action", "customerId", "survivorId", "records", "change", "reason");

	private final ApplicationTask task;

	private final ClusterPlanner planner;

	private final SetWriter writer;

	private final Map<Action, Long> counts = new EnumMap<>(Action.class);

	private long written;

	DryRun(ApplicationTask task, ClusterPlanner planner, SetWriter writer) {
		this.task = task;
		this.planner = planner;
		this.writer = writer;
	}

	void fresh(List<ClusterPlanner.Fresh> clusters) throws IOException {
		for (ClusterPlanner.Fresh one : clusters) {
			MergedCluster cluster = one.cluster();
			if (one.refusal() != null) {
				add(Action.REJECT, null, null, cluster.others(), null, one.refusal());
			}
			else if (one.holders().isEmpty()) {
				RowPlan plan = this.planner.details(this.task, cluster);
				add(Action.CREATE, null, null, cluster.others(), plan.body(), plan.remark());
			}
			else {
				join(cluster.joinedWith(UUID.fromString(one.holders().get(0).get("id").asString())));
			}
		}
	}

	void join(MergedCluster cluster) throws IOException {
		String survivor = cluster.survivor().toString();
		ClusterPlanner.Update update = this.planner.update(this.task, cluster, DryRun::isOwn);
		if (!cluster.others().isEmpty()) {
			if (update.refusal() != null) {
				add(Action.REJECT, survivor, null, cluster.others(), update.plan().body(), update.refusal());
			}
			else if (update.plan().isEmpty()) {
				count(Action.UNCHANGED);
			}
			else {
				add(Action.CHANGE, survivor, null, cluster.others(), update.plan().body(), update.plan().remark());
			}
		}
		if (!cluster.ending().isEmpty()) {
			merge(cluster, update);
		}
	}

	/** Returns false, since a dry run changes no customer. */
	static boolean isOwn(JsonNode customer) {
		return false;
	}

	private void merge(MergedCluster cluster, ClusterPlanner.Update update) throws IOException {
		ClusterPlanner.@Nullable Merge merge = (update.survivor() != null)
				? this.planner.merge(this.task, cluster, update.changed(), DryRun::isOwn) : null;
		String refusal = (merge != null) ? merge.refusal() : update.refusal();
		for (RecordReference one : cluster.ending()) {
			if (merge != null && merge.done()) {
				count(Action.UNCHANGED);
			}
			else {
				add((refusal != null) ? Action.REJECT : Action.MERGE, one.key(), cluster.survivor().toString(),
						List.of(), null, refusal);
			}
		}
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

	DryRunResult complete(List<String> unmapped) throws IOException {
		this.writer.complete(COLUMNS);
		return new DryRunResult(this.task.liveCustomers(), of(Action.CREATE), of(Action.CHANGE), of(Action.MERGE),
				of(Action.UNCHANGED), of(Action.REJECT), confirmed(), unmapped);
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
