package io.kehu.customer.support;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A comment as clients see it.
 *
 * @param caseId the case that it belongs to now
 * @param author the name of the user or client that added it
 * @param authorId the id of the user, or null if a client added it on its own behalf
 */
record CommentView(UUID id, UUID caseId, String text, CommentVisibility visibility, String author,
		@Nullable UUID authorId, Instant createdAt) {
}
