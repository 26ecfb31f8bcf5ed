package io.kehu.order.invoice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.money.Money;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note as clients and subscribers see it.
 *
 * @param customerId the customer of the order when it was issued
 * @param orderNumber the number of the order
 * @param subtotal the sum of the lines before tax
 * @param total the amount to pay, or, of a credit note, that is given back
 * @param credited the sum of the credit notes for an invoice
 * @param dunningLevel how often the customer was reminded, at most 3
 * @param deletedAt when it was deleted, absent while it exists
 */
record InvoiceView(UUID id, long version, InvoiceKind kind, @JsonUnwrapped InvoiceDetails details, UUID customerId,
		String orderNumber, List<InvoiceLine> lines, Money subtotal, Money taxTotal, Money total, Money credited,
		int dunningLevel, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
