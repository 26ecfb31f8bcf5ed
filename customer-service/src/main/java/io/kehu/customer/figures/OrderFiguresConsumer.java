package io.kehu.customer.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.inbox.EventConsumer;
import io.kehu.platform.inbox.IncomingEvent;

import org.springframework.stereotype.Component;

/**
 * Updates the order figures from the events of order-service.
 */
@Component
class OrderFiguresConsumer implements EventConsumer {

	private final OrderFiguresStore figures;

	OrderFiguresConsumer(OrderFiguresStore figures) {
		this.figures = figures;
	}

	@Override
	public String name() {
		return "order-figures";
	}

	@Override
	public Set<String> topics() {
		return Set.of("kehu.orders");
	}

	@Override
	public void accept(List<IncomingEvent> events) {
		Map<UUID, Optional<OrderState>> orders = new LinkedHashMap<>();
		events.forEach((event) -> orders.put(event.key(),
				event.tombstone() ? Optional.empty() : Optional.of(event.data(OrderState.class))));
		this.figures.update(orders);
	}

}
