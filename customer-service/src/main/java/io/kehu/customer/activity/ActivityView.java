package io.kehu.customer.activity;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * An activity as clients and subscribers see it.
 *
 * @param details its client-writable fields, on the same level as the others in JSON
 * @param remindAt when its assignee will be reminded, or null
 * @param completedAt when a task was completed, or null while it is open
 * @param delivery what has become of an e-mail that was sent here, or null
 * @param sentAt when the mail server accepted it, or null
 * @param deletedAt when it was deleted, absent while it exists
 */
record ActivityView(UUID id, long version, @JsonUnwrapped ActivityDetails details, @Nullable Instant remindAt,
		@Nullable Instant completedAt, @Nullable DeliveryStatus delivery, @Nullable Instant sentAt, Instant createdAt,
		Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
