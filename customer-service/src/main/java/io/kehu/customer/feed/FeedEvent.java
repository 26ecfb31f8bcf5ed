package io.kehu.customer.feed;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An activity in a feed.
 *
 * @param start when it takes place or is due
 * @param reminder how many minutes before to remind of it, or null
 */
record FeedEvent(UUID id, String subject, @Nullable String location, Instant start, @Nullable Instant end,
		@Nullable Integer reminder, Instant updatedAt) {
}
