package io.kehu.order.quote;

import java.math.BigDecimal;
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
 * A quote as clients and subscribers see it.
 *
 * @param revision the number of its present version, from 1
 * @param total the amount to pay
 * @param approvedDiscount the highest discount of a line that was approved, as a rate, or
 * null if none needed approval
 * @param reason why it was rejected or declined last, or null
 * @param sentAt when the present version was sent, or null
 * @param orderId the order that it has become, or null
 * @param revisions the versions that the customer had before
 * @param ownership the owner and team, on the same level as the other fields in JSON
 * @param deletedAt when it was deleted, absent while it exists
 */
record QuoteView(UUID id, long version, String number, UUID customerId, @Nullable UUID opportunityId,
		QuoteStatus status, int revision, String currency, LocalDate validUntil, List<String> recipient,
		@Nullable String note, List<QuoteLineView> lines, Money subtotal, Money taxTotal, Money total,
		@Nullable BigDecimal approvedDiscount, @Nullable String reason, @Nullable Instant sentAt,
		@Nullable UUID orderId, @Nullable String orderNumber, List<QuoteRevision> revisions,
		@JsonUnwrapped Ownership ownership, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
