package io.kehu.order.order;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.order.customer.CustomerReference;
import io.kehu.order.customer.ExternalCustomerId;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of an order: the body of a create or a bulk line, and the
 * target of a merge patch. The date of a new order defaults to today.
 *
 * @param clientOrderNumber the client's own number of the order, unique; the key of bulk
 * loads
 * @param customerId the customer; either this or the external id is required
 * @param customerExternalId an external id of the customer
 * @param status {@code draft} or {@code placed} for a new order, by default
 * {@code placed}; any in a bulk load
 * @param currency the currency in which products without a unit price are looked up; by
 * default that of the first line
 * @param origin where the order comes from, in a bulk load only
 * @param campaignCode the code of the campaign that the order resulted from, or null
 * @param ownership the owner and team, on the same level as the other fields in JSON
 */
record OrderDetails(@Nullable @Size(min = 1, max = 100) @Pattern(regexp = "\\S+( \\S+)*") String clientOrderNumber,
		@Nullable UUID customerId, @Nullable @Valid ExternalCustomerId customerExternalId,
		@Nullable LocalDate orderDate, @Nullable OrderStatus status,
		@Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
		@NotEmpty @Size(max = 1000) List<@NotNull @Valid OrderLineDetails> lines, @Nullable @Valid OrderOrigin origin,
		@Nullable @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,39}") String campaignCode,
		@JsonUnwrapped Ownership ownership) implements Owned<OrderDetails> {

	OrderDetails {
		ownership = Ownership.orNone(ownership);
	}

	@Override
	public OrderDetails ownedBy(Ownership other) {
		return new OrderDetails(this.clientOrderNumber, this.customerId, this.customerExternalId, this.orderDate,
				this.status, this.currency, this.lines, this.origin, this.campaignCode, other);
	}

	/**
	 * Returns a copy without a customer if the other details refer to one, so that either
	 * kind of reference can be merged into the copy.
	 */
	OrderDetails withoutCustomerIn(OrderDetails other) {
		boolean same = other.customerId == null && other.customerExternalId == null;
		return same ? this : new OrderDetails(this.clientOrderNumber, null, null, this.orderDate, this.status,
				this.currency, this.lines, this.origin, this.campaignCode, this.ownership);
	}

	/**
	 * Checks that there is no origin.
	 * @throws ProblemException 400 if there is one
	 */
	void checkNotLoaded() {
		if (this.origin != null) {
			throw ProblemException.invalid("/origin", "not_supported", "can only be given in a bulk load");
		}
	}

	/**
	 * Returns the reference to the customer.
	 * @throws ProblemException 400 unless exactly one is given
	 */
	CustomerReference customer() {
		if (this.customerId == null && this.customerExternalId == null) {
			throw ProblemException.invalid("/customerId", "required", "is required unless customerExternalId is given");
		}
		if (this.customerId != null && this.customerExternalId != null) {
			throw ProblemException.invalid("/customerExternalId", "conflict",
					"must be absent when customerId is given");
		}
		return new CustomerReference(this.customerId, this.customerExternalId);
	}

}
