package io.kehu.customer.segment;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A segment as clients and subscribers see it.
 *
 * @param details its client-writable fields, on the same level as the others in JSON
 * @param deletedAt when it was deleted, absent while it exists
 */
record SegmentView(UUID id, long version, @JsonUnwrapped SegmentDetails details, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
