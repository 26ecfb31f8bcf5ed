package io.kehu.order.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.order.order.OrderPayments;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.VersionCheck;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Allocates and refunds payments.
 */
@Service
class PaymentService {

	private final RecordStore<PaymentDetails, Payment, PaymentView> payments;

	private final OrderPayments orders;

	private final Clock clock;

	PaymentService(RecordStore<PaymentDetails, Payment, PaymentView> payments, OrderPayments orders, Clock clock) {
		this.payments = payments;
		this.orders = orders;
		this.clock = clock;
	}

	/**
	 * Allocates what is left of a payment to an order.
	 * @throws ProblemException 400 if the caller may not see the order or it is in
	 * another currency, 409 if nothing is left or needed
	 */
	PaymentView allocate(UUID id, VersionCheck expected, AllocationRequest request) {
		return this.payments.act(id, expected, (payment, now) -> {
			OrderPayments.Payable order = this.orders.find(List.of(request.orderId())).get(request.orderId());
			if (order == null) {
				throw ProblemException.invalid("/orderId", "unknown_reference", "there is no order with this id");
			}
			Money left = payment.view().unallocated();
			if (!order.currency().equals(left.currency())) {
				throw ProblemException.invalid("/orderId", "currency_mismatch", "is in " + order.currency());
			}
			Money amount = (request.amount() != null) ? request.amount()
					: Money.of(left.decimal().min(order.open()).max(BigDecimal.ZERO), left.currency());
			if (amount.decimal().signum() == 0) {
				throw ProblemException.of(HttpStatus.CONFLICT, "nothing-to-allocate",
						"The payment has %s left, and the order needs %s.".formatted(left.amount(),
								order.open().toPlainString()));
			}
			return payment.allocate(new Allocation(request.orderId(), amount), now);
		});
	}

	/** Refunds a part of a payment. */
	PaymentView refund(UUID id, VersionCheck expected, RefundRequest request) {
		Refund refund = request.toRefund(LocalDate.now(this.clock));
		return this.payments.act(id, expected, (payment, now) -> payment.refund(refund, now));
	}

}
