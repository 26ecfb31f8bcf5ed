package io.kehu.migration.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.live.Outcomes.Status;
import io.kehu.migration.matching.RecordReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Creates customers and records which ones an application created, even if the answers of
 * customer-service are lost. A customer whose creation was not answered counts as created
 * by the application only if that is certain, since undoing the application deletes it.
 */
@Component
class Creations {

	private final LiveCustomers customers;

	private final ChangeJournal journal;

	private final CreationIntents intents;

	private final TransactionOperations transactions;

	Creations(LiveCustomers customers, ChangeJournal journal, CreationIntents intents,
			TransactionOperations transactions) {
		this.customers = customers;
		this.journal = journal;
		this.intents = intents;
		this.transactions = transactions;
	}

	/** Creates customers; returns an answer for each. */
	List<JsonNode> create(UUID job, List<ObjectNode> lines) {
		Set<RecordReference> keys = new LinkedHashSet<>();
		lines.forEach((line) -> keys.addAll(keys(line.path("externalIds"))));
		this.intents.add(job, keys);
		List<JsonNode> answers = this.customers.load(List.copyOf(lines));
		List<UUID> created = new ArrayList<>();
		for (JsonNode answer : answers) {
			Status status = Status.of(answer);
			if (status == Status.CREATED
					|| (status != Status.REJECTED && isCertain(job, LiveCustomers.id(answer), keys))) {
				created.add(LiveCustomers.id(answer));
			}
		}
		record(job, created);
		return answers;
	}

	/**
	 * Records the customers that an application created without having recorded that,
	 * because its instance died or customer-service did not answer.
	 */
	void settle(UUID job) {
		Set<RecordReference> keys = new LinkedHashSet<>(this.intents.of(job));
		Set<UUID> found = new LinkedHashSet<>();
		this.customers.withExternalIdsOfAll(keys.stream().map(List::of).toList())
			.forEach((holders) -> holders.forEach((holder) -> found.add(LiveCustomers.id(holder))));
		record(job, found.stream().filter((id) -> isCertain(job, id, keys)).toList());
	}

	private void record(UUID job, List<UUID> created) {
		this.transactions.executeWithoutResult((transaction) -> {
			this.journal.addCreated(job, created);
			this.intents.clear(job);
		});
	}

	/**
	 * Returns whether this service registered a customer with one of these external ids,
	 * which no customer had shortly before, and no other application may have done so.
	 */
	private boolean isCertain(UUID job, UUID customer, Set<RecordReference> keys) {
		return this.customers.history(customer)
			.stream()
			.findFirst()
			.filter((entry) -> this.customers.isOwn(entry) && entry.get("version").asLong() == 0)
			.map(Creations::registered)
			.filter((registered) -> registered.stream().anyMatch(keys::contains))
			.filter((registered) -> registered.stream().noneMatch((key) -> this.intents.ofAnother(job, key)))
			.isPresent() && !this.journal.createdByAnother(job, customer);
	}

	private static List<RecordReference> registered(JsonNode entry) {
		return entry.path("changes")
			.valueStream()
			.filter((change) -> change.path("field").asString("").equals("externalIds"))
			.flatMap((change) -> keys(change.path("to")).stream())
			.toList();
	}

	private static List<RecordReference> keys(JsonNode externalIds) {
		return externalIds.valueStream()
			.map((id) -> new RecordReference(id.path("system").asString(""), id.path("id").asString("")))
			.toList();
	}

}
