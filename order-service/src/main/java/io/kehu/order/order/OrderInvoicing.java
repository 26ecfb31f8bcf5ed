package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.money.Money;

import org.springframework.stereotype.Component;

/**
 * What invoices need of orders.
 */
@Component
public class OrderInvoicing {

	private final OrderStore store;

	private final Access access;

	OrderInvoicing(OrderStore store, Access access) {
		this.store = store;
		this.access = access;
	}

	/**
	 * Returns and locks an order that exists and that the caller may see.
	 */
	public Optional<Invoiced> lock(UUID id) {
		if (!this.access.reachPresent(Order.class, AccessLevel.READ, List.of(id)).containsKey(id)) {
			return Optional.empty();
		}
		return this.store.lock(Set.of(id))
			.stream()
			.filter((order) -> !order.deleted())
			.findFirst()
			.map(OrderInvoicing::of);
	}

	private static Invoiced of(Order order) {
		List<OrderLine> lines = order.lines();
		String currency = order.content().lines().currency();
		boolean firm = order.status() != OrderStatus.DRAFT && order.status() != OrderStatus.CANCELLED;
		return new Invoiced(order.number(), order.content().customerId(), firm,
				IntStream.range(0, lines.size()).mapToObj((i) -> line(i + 1, lines.get(i), currency)).toList());
	}

	private static Line line(int lineNo, OrderLine line, String currency) {
		return new Line(lineNo, line.sku(), line.description(), Decimals.plain(line.quantity()),
				Money.of(line.unitPrice(), currency).normalized(), Decimals.plain(line.discount()),
				Decimals.plain(line.tax()), Money.of(line.taxAmount(), currency).normalized(),
				Money.of(line.total(), currency).normalized());
	}

	/**
	 * An order that is invoiced.
	 *
	 * @param firm whether it was placed and not cancelled
	 */
	public record Invoiced(String number, UUID customerId, boolean firm, List<Line> lines) {
	}

	/**
	 * A line of an order with its amounts.
	 */
	public record Line(int lineNo, String sku, String description, BigDecimal quantity, Money unitPrice,
			BigDecimal discount, BigDecimal tax, Money taxAmount, Money total) {
	}

}
