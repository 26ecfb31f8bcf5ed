package io.kehu.order.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.money.Money;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * An order as clients and subscribers see it.
 *
 * @param subtotal the sum of the lines before tax
 * @param total the amount to pay
 * @param holdReason why the order is held, or null if it is not
 * @param paid the sum of its payments, before refunds
 * @param deliveries its shipments and returns
 * @param campaignCode the code of the campaign that it resulted from, or null
 * @param ownership the owner and team, on the same level as the other fields in JSON
 * @param createdBy the user or client that created it, or its author in the system that
 * it was loaded from
 * @param deletedAt when it was deleted, absent while it exists
 */
record OrderView(UUID id, long version, String number, @Nullable String clientOrderNumber, UUID customerId,
		LocalDate orderDate, OrderStatus status, FulfilmentStatus fulfilmentStatus, PaymentStatus paymentStatus,
		@Nullable String holdReason, List<OrderLineView> lines, Money subtotal, Money taxTotal, Money total, Money paid,
		Money refunded, List<Delivery> deliveries, @Nullable String campaignCode, @JsonUnwrapped Ownership ownership,
		@Nullable String createdBy, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
