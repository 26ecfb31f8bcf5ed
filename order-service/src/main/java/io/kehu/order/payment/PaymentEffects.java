package io.kehu.order.payment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.order.order.OrderPayments;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordCheck;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Lets orders follow the changes to payments that are allocated to them.
 */
@Component
class PaymentEffects {

	private final OrderPayments orders;

	PaymentEffects(OrderPayments orders) {
		this.orders = orders;
	}

	/** Prepares the check of payments, with one query for the orders that they name. */
	RecordCheck<PaymentDetails> check(Collection<PaymentDetails> chunk) {
		Set<UUID> named = chunk.stream()
			.flatMap((payment) -> payment.allocations().stream())
			.filter((one) -> one != null && one.orderId() != null)
			.map(Allocation::orderId)
			.collect(Collectors.toSet());
		Map<UUID, OrderPayments.Payable> found = this.orders.find(named);
		return (candidate) -> {
			PaymentDetails details = candidate.details();
			new PaymentSums(details).check();
			Set<UUID> before = (candidate.before() != null) ? orders(candidate.before()) : Set.of();
			for (int i = 0; i < details.allocations().size(); i++) {
				UUID order = details.allocations().get(i).orderId();
				OrderPayments.Payable payable = found.get(order);
				String pointer = "/allocations/%d/orderId".formatted(i);
				if (payable == null && !before.contains(order)) {
					throw ProblemException.invalid(pointer, "unknown_reference", "there is no order with this id");
				}
				if (payable != null && !payable.currency().equals(details.amount().currency())) {
					throw ProblemException.invalid(pointer, "currency_mismatch", "is in " + payable.currency());
				}
			}
		};
	}

	private static Set<UUID> orders(PaymentDetails details) {
		return details.allocations().stream().map(Allocation::orderId).collect(Collectors.toSet());
	}

	/** Adds the difference that a change makes to the orders. */
	void follow(RecordChange change) {
		Map<UUID, OrderPayments.Difference> differences = new HashMap<>();
		add(differences, change.before(), BigDecimal.ONE.negate());
		add(differences, change.after(), BigDecimal.ONE);
		differences.values().removeIf(OrderPayments.Difference::nothing);
		this.orders.settle(differences);
	}

	private static void add(Map<UUID, OrderPayments.Difference> differences, @Nullable Object view, BigDecimal sign) {
		if (!(view instanceof PaymentView payment) || payment.deletedAt() != null) {
			return;
		}
		List<Allocation> allocations = payment.details().allocations();
		allocations.forEach((one) -> differences.merge(one.orderId(),
				new OrderPayments.Difference(one.amount().decimal().multiply(sign), BigDecimal.ZERO),
				OrderPayments.Difference::plus));
		payment.details().refunds().forEach((one) -> {
			UUID order = one.orderId();
			if (order != null) {
				differences.merge(order,
						new OrderPayments.Difference(BigDecimal.ZERO, one.amount().decimal().multiply(sign)),
						OrderPayments.Difference::plus);
			}
		});
	}

}
