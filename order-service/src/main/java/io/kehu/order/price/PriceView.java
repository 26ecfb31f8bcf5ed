package io.kehu.order.price;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A price as clients and subscribers see it.
 *
 * @param deletedAt when it was deleted, absent while it exists
 */
record PriceView(UUID id, long version, @JsonUnwrapped PriceDetails details, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
