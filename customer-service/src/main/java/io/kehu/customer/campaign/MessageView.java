package io.kehu.customer.campaign;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail of a campaign to one recipient, with everything that happened to it.
 *
 * @param step the step, counted from 0
 * @param contactId the contact that it is sent to, or null for the customer itself
 * @param address the address, or null for callers who see masks, and after erasure
 * @param reason why it was skipped or has failed, or null
 * @param openedAt when it was opened first, as far as that is known
 * @param clickedAt when one of its links was followed first
 * @param optedOutAt when its recipient unsubscribed by it
 */
record MessageView(UUID id, int step, UUID customerId, @Nullable UUID contactId, @Nullable String address,
		MessageStatus status, @Nullable String reason, Instant queuedAt, Instant dueAt, @Nullable Instant sentAt,
		@Nullable Instant openedAt, @Nullable Instant clickedAt, @Nullable Instant bouncedAt,
		@Nullable Instant optedOutAt) {
}
