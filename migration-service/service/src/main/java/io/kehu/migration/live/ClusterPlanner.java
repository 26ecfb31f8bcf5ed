package io.kehu.migration.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Determines what applying a cluster does to the live customers, without changing any.
 */
@Component
class ClusterPlanner {

	private static final String CHANGED = "the customer has changed since it was fetched";

	private final LiveCustomers customers;

	private final ChangeJournal journal;

	private final JsonMapper json;

	ClusterPlanner(LiveCustomers customers, ChangeJournal journal, JsonMapper json) {
		this.customers = customers;
		this.journal = journal;
		this.json = json;
	}

	/**
	 * Returns for each cluster without live customers which customers already have its
	 * external ids.
	 */
	List<Fresh> fresh(List<MergedCluster> clusters) {
		List<List<JsonNode>> found = this.customers
			.withExternalIdsOfAll(clusters.stream().map((cluster) -> cluster.row().keys()).toList());
		return IntStream.range(0, clusters.size()).mapToObj((i) -> new Fresh(clusters.get(i), found.get(i))).toList();
	}

	/** Returns how the customer of a cluster is created. */
	RowPlan details(ApplicationTask task, MergedCluster cluster) {
		return cluster.row().details(this.json, task.kind());
	}

	/**
	 * Returns how the rows of a cluster change the customer that survives in it.
	 * @param own whether a customer was last changed by the application itself
	 */
	Update update(ApplicationTask task, MergedCluster cluster, Predicate<JsonNode> own) {
		JsonNode survivor = this.customers.find(cluster.survivor()).orElse(null);
		RowPlan none = RowPlan.of(this.json.createObjectNode());
		if (survivor == null || !LiveCustomers.isOf(survivor, cluster.survivor())) {
			return new Update(null, none, "the customer no longer exists", false);
		}
		RowPlan plan = cluster.others().isEmpty() ? none : plan(cluster, survivor);
		boolean changed = (cluster.others().isEmpty() || !plan.isEmpty()) && changedSince(task, survivor, own);
		return new Update(survivor, plan, (changed && !plan.isEmpty()) ? CHANGED : null, changed);
	}

	private boolean changedSince(ApplicationTask task, JsonNode customer, Predicate<JsonNode> own) {
		Instant fetched = task.fetchedAt();
		return fetched != null && Instant.parse(customer.get("updatedAt").asString()).isAfter(fetched)
				&& !own.test(customer) && !restored(customer, fetched);
	}

	/**
	 * Returns whether a customer was only changed by applications since it was fetched,
	 * all of which have been undone.
	 */
	private boolean restored(JsonNode customer, Instant fetched) {
		UUID id = LiveCustomers.id(customer);
		List<JsonNode> since = this.customers.history(id)
			.stream()
			.filter((entry) -> Instant.parse(entry.get("at").asString()).isAfter(fetched))
			.toList();
		return !since.isEmpty() && since.stream().allMatch(this.customers::isOwn)
				&& !this.journal.standing(id, since.stream().map((entry) -> entry.get("version").asLong()).toList());
	}

	/**
	 * Returns what the rows of a cluster change of a customer as it is now. If it is not
	 * part of the linkage, nobody has decided between its values and those of the rows,
	 * so that it keeps its own.
	 */
	RowPlan plan(MergedCluster cluster, JsonNode customer) {
		return cluster.row().patch(this.json, customer, cluster.byKey());
	}

	/**
	 * Returns how the live customers of a cluster are merged. They are not if one of them
	 * has changed since it was fetched.
	 * @param survivorChanged whether this applies to the survivor
	 * @param own whether a customer was last changed by the application itself
	 */
	Merge merge(ApplicationTask task, MergedCluster cluster, boolean survivorChanged, Predicate<JsonNode> own) {
		ObjectNode line = this.json.createObjectNode().put("survivorId", cluster.survivor().toString());
		ArrayNode merged = line.putArray("merged");
		boolean changed = survivorChanged;
		boolean done = true;
		for (RecordReference one : cluster.live()) {
			UUID id = UUID.fromString(one.key());
			JsonNode found = this.customers.find(id).orElse(null);
			boolean itself = found != null && LiveCustomers.isOf(found, id);
			boolean survivor = one.equals(cluster.live().get(0));
			changed |= found == null || (!survivor && itself && changedSince(task, found, own));
			ObjectNode reference = survivor ? line : merged.addObject().put("id", one.key());
			if (itself && found != null) {
				reference.put("version", found.get("version").asLong());
			}
			done &= survivor || (found != null && LiveCustomers.isOf(found, cluster.survivor()));
		}
		return new Merge(line, done, (changed && !done) ? "a customer has changed since it was fetched" : null);
	}

	/**
	 * A cluster without live customers, and the customers that have its external ids.
	 *
	 * @param cluster the cluster
	 * @param holders the customers
	 */
	record Fresh(MergedCluster cluster, List<JsonNode> holders) {

		/** Returns why the cluster cannot be applied, or null if it can. */
		@Nullable String refusal() {
			if (this.cluster.row().keys().isEmpty()) {
				return "has no key, without which it would be created again with each application";
			}
			return (this.holders.size() > 1) ? "its external ids belong to several customers: " + this.holders.stream()
				.map((holder) -> holder.get("id").asString())
				.collect(Collectors.joining(", ")) : null;
		}

	}

	/**
	 * The change of a customer by the rows of a cluster.
	 *
	 * @param survivor the customer, or null if it no longer exists
	 * @param plan the merge patch; empty if the customer already has all values
	 * @param refusal why the patch is not applied, or null if it is
	 * @param changed whether the customer has changed since it was fetched, in a way that
	 * prevents a merge
	 */
	record Update(@Nullable JsonNode survivor, RowPlan plan, @Nullable String refusal, boolean changed) {
	}

	/**
	 * A merge of live customers.
	 *
	 * @param line the line of a bulk load of merges
	 * @param done whether all of them are already merged
	 * @param refusal why they are not merged, or null if they are
	 */
	record Merge(ObjectNode line, boolean done, @Nullable String refusal) {
	}

}
