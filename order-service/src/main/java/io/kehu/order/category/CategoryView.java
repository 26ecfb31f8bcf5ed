package io.kehu.order.category;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A category as clients and subscribers see it.
 *
 * @param deletedAt when it was deleted, absent while it exists
 */
record CategoryView(UUID id, long version, @JsonUnwrapped CategoryDetails details, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
