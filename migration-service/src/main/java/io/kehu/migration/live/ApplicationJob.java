package io.kehu.migration.live;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.linkage.RecordReference;
import io.kehu.migration.live.Outcomes.Status;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Makes the live customers be as an approved linkage says: rows that match one change it,
 * new ones become customers, live customers that are the same are merged. All of it leads
 * to the same when it is done again.
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
	public List<Stage> stages() {
		return List.of(Stage.whole("apply", this::apply));
	}

	/** The set of outcomes of a job. */
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

	private void join(ApplicationTask task, MergedCluster cluster, Outcomes outcomes) throws IOException {
		boolean several = cluster.live().size() > 1;
		String refusal = several ? merge(task, cluster, outcomes) : null;
		if (cluster.others().isEmpty()) {
			return;
		}
		JsonNode customer = this.customers.find(cluster.survivor()).orElse(null);
		if (refusal == null && (customer == null || !isOf(customer, cluster.survivor()))) {
			refusal = "the customer is not there any more";
		}
		if (refusal != null || customer == null) {
			outcomes.add(cluster.others(), Status.REJECTED, null, refusal);
			return;
		}
		ObjectNode patch = cluster.row().patch(this.json, customer);
		if (patch.isEmpty()) {
			outcomes.add(cluster.others(), Status.UNCHANGED, cluster.survivor().toString(), null);
			return;
		}
		String reason = (!several && changedSince(task, customer)) ? "the customer was changed since it was fetched"
				: this.customers.patch(customer, patch);
		outcomes.add(cluster.others(), (reason == null) ? Status.UPDATED : Status.REJECTED,
				cluster.survivor().toString(), reason);
	}

	private static boolean isOf(JsonNode customer, UUID id) {
		return customer.get("id").asString().equals(id.toString());
	}

	private static boolean changedSince(ApplicationTask task, JsonNode customer) {
		return task.fetchedAt() != null
				&& Instant.parse(customer.get("updatedAt").asString()).isAfter(task.fetchedAt());
	}

	/** Returns why the live customers could not be merged, or null when they are. */
	private @Nullable String merge(ApplicationTask task, MergedCluster cluster, Outcomes outcomes) throws IOException {
		ObjectNode line = this.json.createObjectNode().put("survivorId", cluster.survivor().toString());
		ArrayNode merged = line.putArray("merged");
		boolean changed = false;
		boolean done = true;
		for (RecordReference one : cluster.live()) {
			JsonNode found = this.customers.find(UUID.fromString(one.key())).orElse(null);
			boolean itself = found != null && isOf(found, UUID.fromString(one.key()));
			changed |= found == null || (itself && changedSince(task, found));
			boolean survivor = one.equals(cluster.live().get(0));
			ObjectNode reference = survivor ? line : merged.addObject().put("id", one.key());
			if (itself && found != null) {
				reference.put("version", found.get("version").asLong());
			}
			done &= survivor || (found != null && isOf(found, cluster.survivor()));
		}
		if (changed && !done) {
			String reason = "a customer was changed since it was fetched";
			outcomes.add(cluster.ending(), Status.REJECTED, null, reason);
			return reason;
		}
		JsonNode answer = this.customers.merge(List.of(line)).get(0);
		Status status = Status.called(answer.get("status").asString());
		outcomes.add(cluster.ending(), (status == Status.CREATED) ? Status.MERGED : status,
				cluster.survivor().toString(), reason(answer));
		return (status == Status.REJECTED) ? "its customers could not be merged" : null;
	}

}
