package io.kehu.order.price;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A price list as clients and subscribers see it, without its prices.
 *
 * @param deletedAt when it was deleted, absent while it exists
 */
record PriceListView(UUID id, long version, @JsonUnwrapped PriceListDetails details, Instant createdAt,
		Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
