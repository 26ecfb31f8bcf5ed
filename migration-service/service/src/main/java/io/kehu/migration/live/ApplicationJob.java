package io.kehu.migration.live;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.live.Outcomes.Status;
import io.kehu.migration.matching.RecordReference;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies an approved linkage to the live customers: matching rows change a customer,
 * other rows create one, and live customers that denote the same one are merged. All of
 * it is idempotent.
 */
@Component
class ApplicationJob implements JobKind {

	static final String NAME = "application";

	private static final int BATCH = 200;

	private final LiveCustomers customers;

	private final StagedData data;

	private final JsonMapper json;

	ApplicationJob(LiveCustomers customers, StagedData data, JsonMapper json) {
		this.customers = customers;
		this.data = data;
		this.json = json;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Stage> stages(JobTask job) {
		return List.of(Stage.whole("apply", this::apply));
	}

	/** Returns the name of the set of outcomes of a job. */
	static String outcomes(UUID job) {
		return job + "-outcomes";
	}

	private void apply(PartRun part) throws Exception {
		ApplicationTask task = part.task().as(ApplicationTask.class);
		try (MergedClusters clusters = new MergedClusters(this.data, task);
				SetWriter writer = this.data.write(outcomes(part.task().jobId()))) {
			Outcomes outcomes = new Outcomes(writer);
			List<MergedCluster> fresh = new ArrayList<>();
			long read = 0;
			for (MergedCluster cluster = clusters.next(); cluster != null; cluster = clusters.next()) {
				read += cluster.read();
				if (cluster.live().isEmpty()) {
					fresh.add(cluster);
				}
				else if (cluster.read() > 0) {
					join(task, cluster, outcomes);
				}
				if (fresh.size() == BATCH) {
					create(task, fresh, outcomes);
					fresh.clear();
				}
				part.progress(1);
			}
			create(task, fresh, outcomes);
			part.result(outcomes.complete(read, clusters.unmapped()));
		}
	}

	private void create(ApplicationTask task, List<MergedCluster> fresh, Outcomes outcomes) throws IOException {
		if (fresh.isEmpty()) {
			return;
		}
		List<JsonNode> answers = this.customers
			.load(fresh.stream().<JsonNode>map((one) -> one.row().details(this.json, task.kind())).toList());
		for (int i = 0; i < fresh.size(); i++) {
			JsonNode answer = answers.get(i);
			outcomes.add(fresh.get(i).others(), Status.called(answer.get("status").asString()), id(answer),
					reason(answer));
		}
	}

	private static @Nullable String id(JsonNode answer) {
		return answer.path("id").isString() ? answer.get("id").asString() : null;
	}

	private static @Nullable String reason(JsonNode answer) {
		String reason = LiveCustomers.errors(answer.path("errors"));
		return reason.isEmpty() ? null : reason;
	}

	/**
	 * Applies the rows first and merges last, because a merge can be undone until its
	 * result is changed.
	 */
	private void join(ApplicationTask task, MergedCluster cluster, Outcomes outcomes) throws IOException {
		JsonNode survivor = this.customers.find(cluster.survivor()).orElse(null);
		if (survivor == null || !isOf(survivor, cluster.survivor())) {
			outcomes.add(cluster.others(), Status.REJECTED, null, "the customer no longer exists");
			outcomes.add(cluster.ending(), Status.REJECTED, null, "the customer no longer exists");
			return;
		}
		boolean changed = changedSince(task, survivor);
		if (!cluster.others().isEmpty()) {
			ObjectNode patch = cluster.row().patch(this.json, survivor);
			changed &= !patch.isEmpty();
			String reason = changed ? "the customer has changed since it was fetched"
					: patch.isEmpty() ? null : this.customers.patch(survivor, patch);
			Status done = patch.isEmpty() ? Status.UNCHANGED : Status.UPDATED;
			outcomes.add(cluster.others(), (reason == null) ? done : Status.REJECTED, cluster.survivor().toString(),
					reason);
		}
		if (!cluster.ending().isEmpty()) {
			merge(task, cluster, changed, outcomes);
		}
	}

	private static boolean isOf(JsonNode customer, UUID id) {
		return customer.get("id").asString().equals(id.toString());
	}

	private static boolean changedSince(ApplicationTask task, JsonNode customer) {
		return task.fetchedAt() != null
				&& Instant.parse(customer.get("updatedAt").asString()).isAfter(task.fetchedAt());
	}

	/** Merges the live customers unless one of them has changed since it was fetched. */
	private void merge(ApplicationTask task, MergedCluster cluster, boolean survivorChanged, Outcomes outcomes)
			throws IOException {
		ObjectNode line = this.json.createObjectNode().put("survivorId", cluster.survivor().toString());
		ArrayNode merged = line.putArray("merged");
		boolean changed = survivorChanged;
		boolean done = true;
		for (RecordReference one : cluster.live()) {
			JsonNode found = this.customers.find(UUID.fromString(one.key())).orElse(null);
			boolean itself = found != null && isOf(found, UUID.fromString(one.key()));
			boolean survivor = one.equals(cluster.live().get(0));
			changed |= found == null || (!survivor && itself && changedSince(task, found));
			ObjectNode reference = survivor ? line : merged.addObject().put("id", one.key());
			if (itself && found != null) {
				reference.put("version", found.get("version").asLong());
			}
			done &= survivor || (found != null && isOf(found, cluster.survivor()));
		}
		if (changed && !done) {
			outcomes.add(cluster.ending(), Status.REJECTED, null, "a customer has changed since it was fetched");
			return;
		}
		JsonNode answer = this.customers.merge(List.of(line)).get(0);
		Status status = Status.called(answer.get("status").asString());
		outcomes.add(cluster.ending(), (status == Status.CREATED) ? Status.MERGED : status,
				cluster.survivor().toString(), reason(answer));
	}

}
