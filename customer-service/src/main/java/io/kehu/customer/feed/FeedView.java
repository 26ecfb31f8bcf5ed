package io.kehu.customer.feed;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The feed of a user.
 *
 * @param url its address, only when it is new; anyone who has it can read the feed
 * @param lastReadAt when it was read last, or null
 */
record FeedView(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url, Instant createdAt,
		@Nullable Instant lastReadAt) {
}
