package io.kehu.order.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.inbox.EventConsumer;
import io.kehu.platform.inbox.IncomingEvent;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Updates the replica from the events of customers, and lets orders follow merges.
 */
@Component
class CustomerReplicaConsumer implements EventConsumer {

	private final CustomerReplica replica;

	private final CustomerMoves moves;

	private final ApplicationEventPublisher publisher;

	CustomerReplicaConsumer(CustomerReplica replica, CustomerMoves moves, ApplicationEventPublisher publisher) {
		this.replica = replica;
		this.moves = moves;
		this.publisher = publisher;
	}

	@Override
	public String name() {
		return "customer-replica";
	}

	@Override
	public Set<String> topics() {
		return Set.of("kehu.customers");
	}

	@Override
	public void accept(List<IncomingEvent> events) {
		Map<UUID, IncomingEvent> latest = new LinkedHashMap<>();
		events.forEach((event) -> latest.put(event.key(), event));
		this.replica.delete(latest.values().stream().filter(IncomingEvent::tombstone).map(IncomingEvent::key).toList());
		List<CustomerState> customers = latest.values()
			.stream()
			.filter((event) -> !event.tombstone())
			.map((event) -> Objects.requireNonNull(event.data(CustomerState.class)))
			.toList();
		this.replica.store(customers);
		this.moves.follow(customers);
		this.publisher.publishEvent(new CustomersChanged(customers.stream().map(CustomerState::id).toList()));
	}

}
