package io.kehu.order.order;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
 * What a client may say of an order: the body of a create and of a bulk line, and what a
 * merge patch is applied to. A new order without a date is of today.
 *
 * @param clientOrderNumber what the client calls the order, unique; the key of bulk loads
 * @param customerId the customer, or else
 * @param customerExternalId what another system calls the customer
 * @param status of a new order {@code draft} or {@code placed}, which it is unless said
 * otherwise; a bulk load may bring any
 */
record OrderDetails(@Nullable @Size(min = 1, max = 100) @Pattern(regexp = "\\S+( \\S+)*") String clientOrderNumber,
		@Nullable UUID customerId, @Nullable @Valid ExternalCustomerId customerExternalId,
		@Nullable LocalDate orderDate, @Nullable OrderStatus status,
		@NotEmpty @Size(max = 1000) List<@NotNull @Valid OrderLineDetails> lines, @Nullable UUID ownerId,
		@Nullable UUID teamId) implements Owned<OrderDetails> {

	@Override
	public OrderDetails ownedBy(Ownership ownership) {
		return new OrderDetails(this.clientOrderNumber, this.customerId, this.customerExternalId, this.orderDate,
				this.status, this.lines, ownership.ownerId(), ownership.teamId());
	}

	/**
	 * Returns how the customer is named.
	 * @throws ProblemException when it is not, or twice
	 */
	CustomerReference customer() {
		if (this.customerId == null && this.customerExternalId == null) {
			throw ProblemException.invalid("/customerId", "required", "an order is for a customer");
		}
		if (this.customerId != null && this.customerExternalId != null) {
			throw ProblemException.invalid("/customerExternalId", "conflict", "name the customer once");
		}
		return new CustomerReference(this.customerId, this.customerExternalId);
	}

}
