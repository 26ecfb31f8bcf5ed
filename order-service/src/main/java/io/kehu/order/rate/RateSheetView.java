package io.kehu.order.rate;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * The exchange rates of a day as clients and subscribers see them.
 *
 * @param details its client-writable fields, on the same level as the others in JSON
 * @param deletedAt when it was deleted, absent while it exists
 */
record RateSheetView(UUID id, long version, @JsonUnwrapped RateSheetDetails details, Instant createdAt,
		Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
