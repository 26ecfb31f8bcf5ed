package io.kehu.order.payment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;

/**
 * Adds up what of a payment is allocated and refunded, and checks that it is not more
 * than was paid.
 */
final class PaymentSums {

	private final PaymentDetails details;

	private BigDecimal allocated = BigDecimal.ZERO;

	private BigDecimal refunded = BigDecimal.ZERO;

	private BigDecimal refundedUnallocated = BigDecimal.ZERO;

	private final Map<UUID, BigDecimal> byOrder = new HashMap<>();

	PaymentSums(PaymentDetails details) {
		this.details = details;
		details.allocations().forEach((one) -> {
			this.allocated = this.allocated.add(one.amount().decimal());
			this.byOrder.merge(one.orderId(), one.amount().decimal(), BigDecimal::add);
		});
		details.refunds().forEach((one) -> {
			this.refunded = this.refunded.add(one.amount().decimal());
			if (one.orderId() == null) {
				this.refundedUnallocated = this.refundedUnallocated.add(one.amount().decimal());
			}
		});
	}

	/** Returns what is neither allocated nor refunded. */
	Money unallocated() {
		return money(this.details.amount().decimal().subtract(this.allocated).subtract(this.refundedUnallocated));
	}

	Money refunded() {
		return money(this.refunded);
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, this.details.amount().currency()).normalized();
	}

	/**
	 * Checks the payment.
	 * @throws ProblemException 400 if an amount is not positive or in another currency,
	 * an order is named twice, or more is allocated or refunded than was paid
	 */
	void check() {
		checkAmount(this.details.amount(), "/amount");
		Set<UUID> orders = new HashSet<>();
		for (int i = 0; i < this.details.allocations().size(); i++) {
			Allocation one = this.details.allocations().get(i);
			checkAmount(one.amount(), "/allocations/%d/amount".formatted(i));
			if (!orders.add(one.orderId())) {
				throw ProblemException.invalid("/allocations/%d/orderId".formatted(i), "duplicate", "occurs twice");
			}
		}
		Map<UUID, BigDecimal> left = new HashMap<>(this.byOrder);
		for (int i = 0; i < this.details.refunds().size(); i++) {
			checkRefund(this.details.refunds().get(i), "/refunds/" + i, left);
		}
		if (unallocated().decimal().signum() < 0) {
			throw ProblemException.invalid(this.details.refunds().isEmpty() ? "/allocations" : "/refunds",
					"out_of_range", "add up to more than was paid");
		}
	}

	private void checkRefund(Refund refund, String pointer, Map<UUID, BigDecimal> left) {
		checkAmount(refund.amount(), pointer + "/amount");
		UUID order = refund.orderId();
		if (order == null) {
			return;
		}
		BigDecimal rest = left.getOrDefault(order, BigDecimal.ZERO).subtract(refund.amount().decimal());
		if (rest.signum() < 0) {
			throw ProblemException.invalid(pointer + "/amount", "out_of_range",
					"is more than %s, which the payment has left for the order"
						.formatted(Decimals.plain(left.getOrDefault(order, BigDecimal.ZERO)).toPlainString()));
		}
		left.put(order, rest);
	}

	private void checkAmount(Money amount, String pointer) {
		if (!amount.currency().equals(this.details.amount().currency())) {
			throw ProblemException.invalid(pointer + "/currency", "currency_mismatch",
					"must be %s, as that of the payment".formatted(this.details.amount().currency()));
		}
		if (amount.decimal().signum() <= 0) {
			throw ProblemException.invalid(pointer + "/amount", "out_of_range", "must be positive");
		}
	}

}
