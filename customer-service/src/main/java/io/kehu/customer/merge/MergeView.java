package io.kehu.customer.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.customer.customer.CustomerView;
import org.jspecify.annotations.Nullable;

/**
 * A merge.
 *
 * @param survivorId the customer that stands for all
 * @param merged the customers that ended as a part of it
 * @param mergedBy who asked for it
 * @param undoneAt when it was undone, left out while it stands
 * @param survivor the survivor as this request left it; left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergeView(UUID id, UUID survivorId, List<UUID> merged, Instant mergedAt, String mergedBy,
		@Nullable Instant undoneAt, @Nullable String undoneBy, @Nullable CustomerView survivor) {

	/** The same with the survivor. */
	MergeView with(CustomerView view) {
		return new MergeView(this.id, this.survivorId, this.merged, this.mergedAt, this.mergedBy, this.undoneAt,
				this.undoneBy, view);
	}

}
