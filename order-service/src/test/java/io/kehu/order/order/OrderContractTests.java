package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

	@ParameterizedTest
	@EnumSource(OrderEvent.class)
	void publishesWhatItsSchemasSay(OrderEvent event) {
		OrderStatus status = switch (event) {
			case DRAFTED -> OrderStatus.DRAFT;
			case PLACED, CHANGED -> OrderStatus.PLACED;
			case CONFIRMED -> OrderStatus.CONFIRMED;
			case COMPLETED -> OrderStatus.COMPLETED;
			case SHIPPED, RETURNED, HELD, RELEASED, SETTLED -> OrderStatus.CONFIRMED;
			case CANCELLED, DELETED, RESTORED -> OrderStatus.CANCELLED;
		};
		for (OrderContent content : List.of(content("PO 7", UUID.randomUUID()), content(null, null))) {
			Order order = new Order("O-2026-000001", content, status, OrderOrigin.NONE, NOW);
			if (event == OrderEvent.HELD) {
				order.advance(NOW).hold("Fraud check");
			}
			if (event == OrderEvent.SHIPPED || event == OrderEvent.RETURNED) {
				order.advance(NOW)
					.ship(new ShipRequest(List.of(new DeliveredLine(2, new BigDecimal("0.5"))), "Post", "77")
						.toDelivery(List.of(), NOW), order.lines());
			}
			if (event == OrderEvent.RETURNED) {
				order.advance(NOW)
					.takeIn(new ReturnRequest(List.of(new DeliveredLine(2, new BigDecimal("0.1"))), "Broken", false)
						.toDelivery(NOW), order.lines());
			}
			if (event == OrderEvent.DELETED) {
				order.delete(NOW);
			}
			String type = event.of(null, order.view()).type();
			EventContract.check(type, JSON.writeValueAsString(order.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(OrderEvent.TOPIC, type);
		}
	}

	@Test
	void namesWhatNoPartnerCouldRead() {
		Order order = new Order("O-2026-000001", content(null, null), OrderStatus.PLACED, OrderOrigin.NONE, NOW);
		String sent = JSON.writeValueAsString(order.view()).replace("\"placed\"", "\"sent\"");
		assertThatThrownBy(() -> EventContract.check("io.kehu.order.confirmed.v1", sent))
			.isInstanceOf(AssertionError.class)
			.hasMessageContaining("status");
		assertThatThrownBy(() -> EventContract.checkDescription("kehu.products", "io.kehu.order.placed.v1"))
			.isInstanceOf(AssertionError.class);
	}

	private static OrderContent content(String clientOrderNumber, UUID owner) {
		OrderLine line = new OrderLine(UUID.randomUUID(), "TEA-1", "Green tea", new BigDecimal("0.5"),
				new BigDecimal("9.9"), new BigDecimal("0.15"), new BigDecimal("0.19"), new BigDecimal("0.8"),
				new BigDecimal("4.21"));
		return new OrderContent(clientOrderNumber, UUID.randomUUID(), LocalDate.of(2026, 1, 1),
				new PricedLines("EUR", List.of(line, line)), "SPRING", new Ownership(owner, null));
	}

}
