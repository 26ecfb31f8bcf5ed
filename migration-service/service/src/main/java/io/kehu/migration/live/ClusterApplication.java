package io.kehu.migration.live;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.job.JobFailure;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.live.CustomerChange.Kind;
import io.kehu.migration.live.Outcomes.Status;
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

	private final UUID job;

	private final ApplicationTask task;

	private final Outcomes outcomes;

	private long changed;

	ClusterApplication(LiveCustomers customers, ClusterPlanner planner, ChangeJournal journal, JobTask job,
			Outcomes outcomes) {
		this.customers = customers;
		this.planner = planner;
		this.journal = journal;
		this.job = job.jobId();
		this.task = job.as(ApplicationTask.class);
		this.outcomes = outcomes;
		this.changed = journal.count(this.job, Kind.CHANGED);
	}

	/** Creates customers, or joins rows with customers that have their keys. */
	void fresh(List<ClusterPlanner.Fresh> clusters) throws IOException {
		List<MergedCluster> created = new ArrayList<>();
		for (ClusterPlanner.Fresh one : clusters) {
			if (one.refusal() != null) {
				this.outcomes.add(one.cluster().others(), Status.REJECTED, null, one.refusal());
			}
			else if (!one.holders().isEmpty()) {
				join(one.cluster(), one.holders().get(0));
			}
			else {
				created.add(one.cluster());
			}
		}
		create(created);
	}

	/**
	 * Joins rows with the customer that has their keys. An earlier attempt of this job
	 * may have created it without having recorded that.
	 */
	private void join(MergedCluster cluster, JsonNode holder) throws IOException {
		UUID id = id(holder);
		if (holder.get("version").asLong() == 0
				&& !Instant.parse(holder.get("createdAt").asString()).isBefore(this.task.begunAt())) {
			this.journal.add(this.job, CustomerChange.created(id, 0));
		}
		join(cluster.joinedWith(id));
	}

	private void create(List<MergedCluster> fresh) throws IOException {
		if (fresh.isEmpty()) {
			return;
		}
		List<JsonNode> answers = this.customers
			.load(fresh.stream().<JsonNode>map((one) -> this.planner.details(this.task, one)).toList());
		this.journal.addCreated(this.job,
				answers.stream()
					.filter((answer) -> status(answer) == Status.CREATED)
					.map((answer) -> id(answer))
					.toList());
		for (int i = 0; i < fresh.size(); i++) {
			JsonNode answer = answers.get(i);
			UUID id = answer.path("id").isString() ? id(answer) : null;
			if (id != null && status(answer) == Status.UPDATED && !this.journal.contains(this.job, id, Kind.CREATED)) {
				this.journal.add(this.job, CustomerChange.changed(id, latestVersion(id)));
			}
			this.outcomes.add(fresh.get(i).others(), status(answer), (id != null) ? id.toString() : null,
					reason(answer));
		}
	}

	private static Status status(JsonNode answer) {
		return Status.called(answer.get("status").asString());
	}

	private static UUID id(JsonNode answer) {
		return UUID.fromString(answer.get("id").asString());
	}

	private long latestVersion(UUID customer) {
		return this.customers.history(customer)
			.stream()
			.mapToLong((entry) -> entry.get("version").asLong())
			.max()
			.orElse(0);
	}

	/**
	 * Applies the rows first and merges last, because a merge can be undone until its
	 * result is changed.
	 */
	void join(MergedCluster cluster) throws IOException {
		ClusterPlanner.Update update = this.planner.update(this.task, cluster);
		JsonNode survivor = update.survivor();
		if (survivor == null) {
			this.outcomes.add(cluster.others(), Status.REJECTED, null, update.refusal());
			this.outcomes.add(cluster.ending(), Status.REJECTED, null, update.refusal());
			return;
		}
		if (!cluster.others().isEmpty()) {
			String reason = update.refusal();
			if (reason == null) {
				reason = patch(cluster, survivor, update.patch());
			}
			Status status = (reason != null) ? Status.REJECTED : done(cluster.survivor());
			this.outcomes.add(cluster.others(), status, cluster.survivor().toString(), reason);
		}
		if (!cluster.ending().isEmpty()) {
			merge(cluster, update.changed());
		}
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
		if (before == Status.UNCHANGED && ++this.changed > this.task.mostChanged()) {
			throw new JobFailure("More than the allowed %,d live customers would be changed; undo the application,"
				.formatted(this.task.mostChanged()) + " or apply the linkage again and confirm a larger number");
		}
		long version = survivor.get("version").asLong() + 1;
		this.journal.record(this.job,
				(before == Status.CREATED) ? CustomerChange.created(id, version) : CustomerChange.changed(id, version));
		String reason = this.customers.patch(survivor, patch);
		if (reason == null || stored(cluster, version)) {
			return null;
		}
		if (before == Status.CREATED) {
			this.journal.record(this.job, CustomerChange.created(id, version - 1));
		}
		else {
			this.journal.remove(this.job, id, Kind.CHANGED);
		}
		return reason;
	}

	/** Returns whether an attempt whose answer was lost has stored the change. */
	private boolean stored(MergedCluster cluster, long version) {
		JsonNode now = this.customers.find(cluster.survivor()).orElse(null);
		return now != null && now.get("version").asLong() == version && this.planner.remaining(cluster, now).isEmpty();
	}

	private void merge(MergedCluster cluster, boolean survivorChanged) throws IOException {
		ClusterPlanner.Merge merge = this.planner.merge(this.task, cluster, survivorChanged);
		if (merge.refusal() != null) {
			this.outcomes.add(cluster.ending(), Status.REJECTED, null, merge.refusal());
			return;
		}
		UUID survivor = cluster.survivor();
		if (!merge.done()) {
			this.journal.add(this.job, CustomerChange.merged(survivor, merge.line().path("version").asLong() + 1));
		}
		JsonNode answer = this.customers.merge(List.of(merge.line())).get(0);
		Status status = status(answer);
		if (status == Status.REJECTED) {
			this.journal.remove(this.job, survivor, Kind.MERGED);
		}
		else if (this.journal.contains(this.job, survivor, Kind.MERGED)) {
			this.journal.confirm(this.job, survivor, id(answer));
			status = Status.MERGED;
		}
		this.outcomes.add(cluster.ending(), status, survivor.toString(), reason(answer));
	}

	private static @Nullable String reason(JsonNode answer) {
		String reason = LiveCustomers.errors(answer.path("errors"));
		return reason.isEmpty() ? null : reason;
	}

}
