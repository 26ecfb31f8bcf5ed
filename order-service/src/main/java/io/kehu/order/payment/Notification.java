package io.kehu.order.payment;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a payment provider notifies of.
 */
record Notification(@NotNull Kind type, @NotNull @Valid Data data) {

	/**
	 * What has happened.
	 */
	enum Kind {

		PAID, REFUNDED;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Checks what a refund needs in addition.
	 * @throws ProblemException 400 if a refund has no reference, by which it is
	 * recognized when it is sent again
	 */
	void check() {
		if (this.type == Kind.REFUNDED && this.data.refundReference() == null) {
			throw ProblemException.invalid("/data/refundReference", "required", "is required for a refund");
		}
	}

	/**
	 * A payment, or a refund of it.
	 *
	 * @param reference the provider's reference of the payment
	 * @param orderId the order that it is for, if it is known
	 * @param refundReference the provider's reference of the refund
	 */
	record Data(@NotNull @Size(min = 1, max = 100) String reference, @NotNull @Price Money amount,
			@NotNull LocalDate date, @Nullable UUID orderId,
			@Nullable @Size(min = 1, max = 200) String refundReference) {
	}

}
