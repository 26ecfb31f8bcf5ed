package io.kehu.order.payment;

import java.time.LocalDate;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The request to refund a part of a payment.
 *
 * @param orderId the order that it was for, or null to refund what is not allocated
 * @param refundedOn when, by default today
 */
record RefundRequest(@Nullable UUID orderId, @NotNull @Price Money amount, @Nullable LocalDate refundedOn,
		@Nullable @Size(min = 1, max = 200) String reference, @Nullable @Size(min = 1, max = 500) String reason) {

	Refund toRefund(LocalDate today) {
		return new Refund(this.orderId, this.amount, (this.refundedOn != null) ? this.refundedOn : today,
				this.reference, this.reason);
	}

}
