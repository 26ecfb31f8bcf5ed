package io.kehu.customer.segment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How large a segment is.
 *
 * @param count the number of members that the caller may see
 * @param refreshedAt when the members of a dynamic segment were selected, or null
 */
record SegmentSize(long count, @Nullable Instant refreshedAt) {
}
