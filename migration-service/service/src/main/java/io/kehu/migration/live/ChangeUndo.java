package io.kehu.migration.live;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.kehu.migration.live.CustomerChange.Undone;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Undoes a single change of a live customer. What users or other clients changed since is
 * kept. Repeating it has no effect.
 */
@Component
class ChangeUndo {

	private static final int ATTEMPTS = 3;

	private final LiveCustomers customers;

	private final JsonMapper json;

	ChangeUndo(LiveCustomers customers, JsonMapper json) {
		this.customers = customers;
		this.json = json;
	}

	Outcome undo(CustomerChange change) {
		return switch (change.kind()) {
			case CREATED -> delete(change);
			case CHANGED -> restore(change);
			case MERGED -> unmerge(change);
		};
	}

	private Outcome delete(CustomerChange change) {
		UUID id = change.customerId();
		JsonNode customer = this.customers.find(id).orElse(null);
		if (customer == null) {
			return new Outcome(Undone.DELETED, null);
		}
		String obstacle = obstacle(change, customer);
		if (obstacle != null) {
			return Outcome.kept(obstacle);
		}
		if (!customer.path("externalIds").isEmpty()) {
			ObjectNode release = this.json.createObjectNode();
			release.putArray("externalIds");
			String reason = this.customers.patch(customer, release);
			customer = this.customers.find(id).orElse(customer);
			if (reason != null && !customer.path("externalIds").isEmpty()) {
				return Outcome.kept(reason);
			}
		}
		String reason = this.customers.delete(customer);
		return (reason != null) ? Outcome.kept(reason) : new Outcome(Undone.DELETED, null);
	}

	/**
	 * Returns why a created customer is not deleted, or null if it is. Its external ids
	 * are released before, so that the linkage can be applied again.
	 */
	private @Nullable String obstacle(CustomerChange change, JsonNode customer) {
		if (!LiveCustomers.isOf(customer, change.customerId())) {
			return "was merged into %s since".formatted(customer.get("id").asString());
		}
		long orders = customer.path("orderFigures").path("orderCount").asLong(0);
		if (orders > 0) {
			return "has %,d orders".formatted(orders);
		}
		if (customer.get("version").asLong() == 0) {
			return null;
		}
		List<JsonNode> history = this.customers.history(change.customerId());
		Set<Long> made = made(change, history).map((entry) -> entry.get("version").asLong())
			.collect(Collectors.toSet());
		List<String> since = history.stream()
			.filter((entry) -> entry.get("version").asLong() > 0 && !made.contains(entry.get("version").asLong()))
			.flatMap((entry) -> entry.get("changes").valueStream().map((one) -> one.get("field").asString()))
			.distinct()
			.toList();
		boolean released = since.equals(List.of("externalIds")) && customer.path("externalIds").isEmpty();
		return (since.isEmpty() || released) ? null : changedSince(since);
	}

	private static String changedSince(List<String> fields) {
		return "changed since: " + String.join(", ", fields);
	}

	private Outcome restore(CustomerChange change) {
		List<JsonNode> made = made(change).map((entry) -> entry.get("changes")).toList();
		if (made.isEmpty()) {
			return new Outcome(Undone.RESTORED, "the change had not been made");
		}
		String reason = null;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			JsonNode customer = this.customers.find(change.customerId()).orElse(null);
			if (customer == null) {
				return Outcome.kept("the customer no longer exists");
			}
			if (!LiveCustomers.isOf(customer, change.customerId())) {
				return Outcome.kept("was merged into %s since".formatted(customer.get("id").asString()));
			}
			FieldReversal reversal = FieldReversal.of(made, customer, this.json);
			reason = reversal.patch().isEmpty() ? null : this.customers.patch(customer, reversal.patch());
			if (reason == null) {
				return reversal.kept().isEmpty() ? new Outcome(Undone.RESTORED, null)
						: Outcome.kept(changedSince(reversal.kept()));
			}
		}
		return Outcome.kept(String.valueOf(reason));
	}

	/**
	 * Returns the entries in the history of a customer that a change resulted in, oldest
	 * first. A recorded version that was never made may be that of a user.
	 */
	private Stream<JsonNode> made(CustomerChange change, List<JsonNode> history) {
		return history.stream()
			.filter((entry) -> change.versions().contains(entry.get("version").asLong()))
			.filter(this.customers::isOwn);
	}

	private Stream<JsonNode> made(CustomerChange change) {
		return made(change, this.customers.history(change.customerId()));
	}

	private Outcome unmerge(CustomerChange change) {
		UUID merge = (change.mergeId() != null) ? change.mergeId() : unconfirmed(change);
		if (merge == null) {
			return new Outcome(Undone.UNMERGED, "the merge had not been made");
		}
		String reason = this.customers.unmerge(change.customerId(), merge);
		return (reason != null) ? Outcome.kept(reason) : new Outcome(Undone.UNMERGED, null);
	}

	/**
	 * Returns the merge whose answer was lost, if it was made: the first one since the
	 * survivor has that version.
	 */
	private @Nullable UUID unconfirmed(CustomerChange change) {
		String at = made(change).filter((entry) -> entry.get("action").asString().equals("absorbed"))
			.map((entry) -> entry.get("at").asString())
			.findFirst()
			.orElse(null);
		if (at == null) {
			return null;
		}
		List<JsonNode> since = this.customers.merges(change.customerId())
			.stream()
			.filter((merge) -> !Instant.parse(merge.get("mergedAt").asString()).isBefore(Instant.parse(at)))
			.toList();
		return since.isEmpty() ? null : UUID.fromString(since.get(since.size() - 1).get("id").asString());
	}

	/**
	 * What undoing a change led to.
	 *
	 * @param undone the outcome
	 * @param reason why the change remains, or a remark
	 */
	record Outcome(Undone undone, @Nullable String reason) {

		static Outcome kept(String reason) {
			return new Outcome(Undone.KEPT, reason);
		}

	}

}
