package io.kehu.customer.support;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A merge of two cases as clients see it.
 *
 * @param survivorId the case that remains, with the comments of both
 * @param mergedId the case that was merged into it and is deleted
 * @param undoneAt when the merge was undone, or null
 */
record CaseMerge(UUID id, UUID survivorId, UUID mergedId, Instant mergedAt, String mergedBy, @Nullable Instant undoneAt,
		@Nullable String undoneBy) {
}
