package io.kehu.order.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.money.Money;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * An order as clients and partners see it.
 *
 * @param subtotal what the lines come to before tax
 * @param total what is to be paid
 * @param deletedAt when it was deleted, left out while it is there
 */
record OrderView(UUID id, long version, String number, @Nullable String clientOrderNumber, UUID customerId,
		LocalDate orderDate, OrderStatus status, List<OrderLineView> lines, Money subtotal, Money taxTotal, Money total,
		@Nullable UUID ownerId, @Nullable UUID teamId, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
