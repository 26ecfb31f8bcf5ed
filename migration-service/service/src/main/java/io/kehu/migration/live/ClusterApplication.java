package io.kehu.migration.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.job.JobFailure;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.live.CustomerChange.Kind;
import io.kehu.migration.live.Outcomes.Status;
import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies clusters to the live customers. Each change is recorded in the journal before
 * it is made, so that it can be undone even if this instance dies right afterwards.
 */
final class ClusterApplication {

	private final LiveCustomers customers;

	private final ClusterPlanner planner;

	private final ChangeJournal journal;

	private final Creations creations;

	private final UUID job;

	private final ApplicationTask task;

	private final Outcomes outcomes;

	private long changed;

	ClusterApplication(ApplicationTools tools, JobTask job, Outcomes outcomes) {
		this.customers = tools.customers();
		this.planner = tools.planner();
		this.journal = tools.journal();
		this.creations = tools.creations();
		this.job = job.jobId();
		this.task = job.as(ApplicationTask.class);
		this.outcomes = outcomes;
		this.changed = this.journal.count(this.job, Kind.CHANGED);
	}

	/** Creates customers, or joins rows with customers that have their keys. */
	void fresh(List<ClusterPlanner.Fresh> clusters) throws IOException {
		List<MergedCluster> created = new ArrayList<>();
		for (ClusterPlanner.Fresh one : clusters) {
			if (one.refusal() != null) {
				this.outcomes.add(one.cluster().others(), Status.REJECTED, null, one.refusal());
			}
			else if (!one.holders().isEmpty()) {
				join(one.cluster().joinedWith(LiveCustomers.id(one.holders().get(0))));
			}
			else {
				created.add(one.cluster());
			}
		}
		create(created);
	}

	private void create(List<MergedCluster> fresh) throws IOException {
		if (fresh.isEmpty()) {
			return;
		}
		List<RowPlan> plans = fresh.stream().map((one) -> this.planner.details(this.task, one)).toList();
		List<JsonNode> answers = this.creations.create(this.job, plans.stream().map(RowPlan::body).toList());
		for (int i = 0; i < fresh.size(); i++) {
			JsonNode answer = answers.get(i);
			UUID id = answer.path("id").isString() ? LiveCustomers.id(answer) : null;
			if (id == null || Status.of(answer) == Status.REJECTED) {
				this.outcomes.add(fresh.get(i).others(), Status.REJECTED, null, reason(answer));
				continue;
			}
			if (Status.of(answer) == Status.UPDATED) {
				boolean own = this.journal.contains(this.job, id, Kind.CREATED);
				this.journal.record(this.job, id, own ? Kind.CREATED : Kind.CHANGED, latestVersion(id));
			}
			add(fresh.get(i), done(id), id, plans.get(i));
		}
	}

	/** Adds the outcome of the rows of a cluster, with what is not used of each. */
	private void add(MergedCluster cluster, Status status, UUID customer, RowPlan plan) throws IOException {
		for (RecordReference record : cluster.others()) {
			this.outcomes.add(List.of(record), status, customer.toString(), plan.remark(this.task.externalId(record)));
		}
	}

	private long latestVersion(UUID customer) {
		return this.customers.history(customer)
			.stream()
			.filter(this.customers::isOwn)
			.mapToLong((entry) -> entry.get("version").asLong())
			.max()
			.orElse(0);
	}

	/**
	 * Applies the rows first and merges last, because a merge can be undone until its
	 * result is changed.
	 */
	void join(MergedCluster cluster) throws IOException {
		ClusterPlanner.Update update = this.planner.update(this.task, cluster, this::own);
		JsonNode survivor = update.survivor();
		if (survivor == null) {
			this.outcomes.add(cluster.others(), Status.REJECTED, null, update.refusal());
			this.outcomes.add(cluster.ending(), Status.REJECTED, null, update.refusal());
			return;
		}
		if (!cluster.others().isEmpty()) {
			String reason = update.refusal();
			if (reason == null) {
				reason = patch(cluster, survivor, update.plan().body());
			}
			if (reason == null) {
				add(cluster, done(cluster.survivor()), cluster.survivor(), update.plan());
			}
			else {
				this.outcomes.add(cluster.others(), Status.REJECTED, cluster.survivor().toString(), reason);
			}
		}
		if (!cluster.ending().isEmpty()) {
			merge(cluster, update.changed());
		}
	}

	/** Returns whether this job changed a customer last. */
	private boolean own(JsonNode customer) {
		return this.journal.made(this.job, LiveCustomers.id(customer), customer.get("version").asLong());
	}

	/** Returns what this job did to a customer, in this attempt or an earlier one. */
	private Status done(UUID customer) {
		if (this.journal.contains(this.job, customer, Kind.CREATED)) {
			return Status.CREATED;
		}
		return this.journal.contains(this.job, customer, Kind.CHANGED) ? Status.UPDATED : Status.UNCHANGED;
	}

	/** Returns why the patch was rejected, or null if the customer has its values. */
	private @Nullable String patch(MergedCluster cluster, JsonNode survivor, ObjectNode patch) {
		if (patch.isEmpty()) {
			return null;
		}
		UUID id = cluster.survivor();
		Status before = done(id);
		if (before == Status.UNCHANGED && this.changed >= this.task.mostChanged()) {
			throw new JobFailure("More than the allowed %,d live customers would be changed; undo the application,"
				.formatted(this.task.mostChanged()) + " or apply the linkage again and confirm a larger number");
		}
		long version = survivor.get("version").asLong() + 1;
		Kind kind = (before == Status.CREATED) ? Kind.CREATED : Kind.CHANGED;
		this.journal.record(this.job, id, kind, version);
		String reason = this.customers.patch(survivor, patch);
		if (reason == null || stored(cluster, version)) {
			this.changed += (before == Status.UNCHANGED) ? 1 : 0;
			return null;
		}
		this.journal.withdraw(this.job, id, kind, version);
		return reason;
	}

	/** Returns whether an attempt whose answer was lost has stored the change. */
	private boolean stored(MergedCluster cluster, long version) {
		JsonNode now = this.customers.find(cluster.survivor()).orElse(null);
		return now != null && now.get("version").asLong() == version && this.planner.plan(cluster, now).isEmpty();
	}

	private void merge(MergedCluster cluster, boolean survivorChanged) throws IOException {
		ClusterPlanner.Merge merge = this.planner.merge(this.task, cluster, survivorChanged, this::own);
		if (merge.refusal() != null) {
			this.outcomes.add(cluster.ending(), Status.REJECTED, null, merge.refusal());
			return;
		}
		UUID survivor = cluster.survivor();
		long version = merge.line().path("version").asLong() + 1;
		if (!merge.done()) {
			this.journal.record(this.job, survivor, Kind.MERGED, version);
		}
		JsonNode answer = this.customers.merge(List.of(merge.line())).get(0);
		Status status = Status.of(answer);
		if (status == Status.REJECTED) {
			this.journal.withdraw(this.job, survivor, Kind.MERGED, version);
		}
		else if (this.journal.contains(this.job, survivor, Kind.MERGED)) {
			this.journal.confirm(this.job, survivor, LiveCustomers.id(answer));
			status = Status.MERGED;
		}
		this.outcomes.add(cluster.ending(), status, survivor.toString(), reason(answer));
	}

	private static @Nullable String reason(JsonNode answer) {
		String reason = LiveCustomers.errors(answer.path("errors"));
		return reason.isEmpty() ? null : reason;
	}

}
