package io.kehu.customer.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an order event that the order figures and the timeline need.
 */
record OrderState(UUID customerId, @Nullable String number, LocalDate orderDate, String status, Money total,
		@Nullable String campaignCode, @Nullable UUID ownerId, @Nullable UUID teamId, @Nullable Instant deletedAt) {

	private static final Set<String> NOT_COUNTED = Set.of("draft", "cancelled");

	boolean counted() {
		return this.deletedAt == null && !NOT_COUNTED.contains(this.status);
	}

}
