package io.kehu.order.payment;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.money.Money;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A payment as clients and subscribers see it.
 *
 * @param unallocated what is neither allocated to orders nor refunded
 * @param refunded the sum of the refunds
 * @param deletedAt when it was deleted, absent while it exists
 */
record PaymentView(UUID id, long version, @JsonUnwrapped PaymentDetails details, Money unallocated, Money refunded,
		Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
