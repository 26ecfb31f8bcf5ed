package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.history.History;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordTools;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Stores each change that is part of a merge, and has it noted: as an event, as a line of
 * the history, and by the cache.
 */
@Component
class MergeNotes {

	private final RecordTools tools;

	private final CustomerRepository customers;

	private final VersionedCache<CustomerView> cache;

	private final Outbox outbox;

	private final History history;

	MergeNotes(RecordTools tools, CustomerRepository customers, VersionedCache<CustomerView> cache, Outbox outbox,
			History history) {
		this.tools = tools;
		this.customers = customers;
		this.cache = cache;
		this.outbox = outbox;
		this.history = history;
	}

	/** Makes a change. */
	CustomerView change(CustomerEvent event, Customer customer, Runnable change) {
		CustomerView before = customer.view();
		change.run();
		CustomerView after = stored(customer);
		this.tools.journal().note(event.of(before, after));
		return after;
	}

	/** Makes a customer stand for others too. */
	CustomerView absorb(Customer survivor, List<UUID> merged, Runnable change) {
		return change(survivor, "absorbed", null, merged, change);
	}

	/** Makes a customer stand for others no more. */
	CustomerView release(Customer survivor, List<UUID> merged, Runnable change) {
		return change(survivor, "released", merged, null, change);
	}

	/**
	 * The world is told of a change; the history says with whom, too.
	 */
	private CustomerView change(Customer survivor, String action, @Nullable List<UUID> from, @Nullable List<UUID> to,
			Runnable work) {
		CustomerView before = survivor.view();
		work.run();
		CustomerView after = stored(survivor);
		RecordChange change = CustomerEvent.CHANGED.of(before, after);
		this.outbox.append(new OutgoingEvent(change.topic(), change.type(), after.id(), after.version(), after));
		this.history.append(
				List.of(new History.Line(after.id(), after.version(), action, noted(before, from), noted(after, to))));
		return after;
	}

	private JsonNode noted(CustomerView view, @Nullable List<UUID> merged) {
		ObjectNode node = json().valueToTree(view);
		if (merged != null) {
			node.set("merged", json().valueToTree(merged));
		}
		return node;
	}

	private CustomerView stored(Customer customer) {
		this.customers.flush();
		CustomerView after = customer.view();
		this.cache.changed(after.id(), after.version(), customer.deleted() ? null : after);
		return after;
	}

	/** Returns what was done to a customer, to be kept. */
	MergeStep step(Customer customer, MergeStep.Role role, CustomerDetails before) {
		return new MergeStep(customer.id(), role, customer.version(), json().valueToTree(before),
				json().valueToTree(customer.details()));
	}

	private JsonMapper json() {
		return this.tools.json().mapper();
	}

}
