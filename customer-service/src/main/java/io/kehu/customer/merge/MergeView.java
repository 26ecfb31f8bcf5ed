package io.kehu.customer.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.customer.customer.CustomerView;
import org.jspecify.annotations.Nullable;

/**
 * A merge as clients see it.
 *
 * @param mergedBy the user or client that requested it
 * @param survivorId the customer that remains
 * @param merged the customers that were merged into it
 * @param undoneAt when it was undone, absent while it holds
 * @param survivor the survivor after this request, absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergeView(UUID id, Instant mergedAt, String mergedBy, UUID survivorId, List<UUID> merged,
		@Nullable Instant undoneAt, @Nullable String undoneBy, @Nullable CustomerView survivor) {

	/** Returns a copy with the survivor. */
	MergeView with(CustomerView view) {
		return new MergeView(this.id, this.mergedAt, this.mergedBy, this.survivorId, this.merged, this.undoneAt,
				this.undoneBy, view);
	}

}
