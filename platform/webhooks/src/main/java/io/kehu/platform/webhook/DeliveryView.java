package io.kehu.platform.webhook;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The delivery of an event to a webhook.
 *
 * @param messageId the identifier of the event, which receivers get as {@code webhook-id}
 * @param subject the id of the record
 * @param nextAttemptAt when it is tried next, or null
 * @param attemptedAt when it was tried last, or null
 * @param responseStatus the status of the last answer, or null if there was none
 * @param error why there was no answer, or null
 */
record DeliveryView(UUID id, UUID messageId, String type, UUID subject, DeliveryState status, int attempts,
		@Nullable Instant nextAttemptAt, @Nullable Instant attemptedAt, @Nullable Integer responseStatus,
		@Nullable String error, Instant createdAt) {
}
