package io.kehu.order.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The client-writable fields of a payment: the body of a create or a bulk line, and the
 * target of a merge patch.
 *
 * @param reference the provider's or the bank's reference, unique
 * @param allocations the orders that it is for; what is left is not allocated
 * @param ownership the owner and team, on the same level as the other fields in JSON
 */
record PaymentDetails(@NotNull @Size(min = 1, max = 200) @Pattern(regexp = "\\S+( \\S+)*") String reference,
		@NotNull @Price Money amount, @NotNull PaymentMethod method, @NotNull LocalDate receivedOn,
		@Size(max = 200) List<@NotNull @Valid Allocation> allocations,
		@Size(max = 200) List<@NotNull @Valid Refund> refunds,
		@JsonUnwrapped Ownership ownership) implements Owned<PaymentDetails> {

	PaymentDetails {
		amount = (amount != null) ? amount.normalized() : null;
		allocations = (allocations != null) ? allocations : List.of();
		refunds = (refunds != null) ? refunds : List.of();
		ownership = Ownership.orNone(ownership);
	}

	@Override
	public PaymentDetails ownedBy(Ownership other) {
		return new PaymentDetails(this.reference, this.amount, this.method, this.receivedOn, this.allocations,
				this.refunds, other);
	}

	/** Returns a copy with a further allocation, added to that of the same order. */
	PaymentDetails allocating(Allocation added) {
		List<Allocation> all = new ArrayList<>();
		Money amount = added.amount();
		for (Allocation one : this.allocations) {
			if (one.orderId().equals(added.orderId())) {
				amount = Money.of(one.amount().decimal().add(added.amount().decimal()), amount.currency());
			}
			else {
				all.add(one);
			}
		}
		all.add(new Allocation(added.orderId(), amount));
		return new PaymentDetails(this.reference, this.amount, this.method, this.receivedOn, all, this.refunds,
				this.ownership);
	}

	/** Returns a copy with a further refund. */
	PaymentDetails refunding(Refund added) {
		List<Refund> all = new ArrayList<>(this.refunds);
		all.add(added);
		return new PaymentDetails(this.reference, this.amount, this.method, this.receivedOn, this.allocations, all,
				this.ownership);
	}

}
