package io.kehu.platform.webhook;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as clients see it.
 *
 * @param secret the key of its signatures, only when it is new
 */
record WebhookView(UUID id, long version, @JsonUnwrapped WebhookDetails details, WebhookStatus status, String createdBy,
		Instant createdAt, Instant updatedAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

	WebhookView with(WebhookSecret shown) {
		return new WebhookView(this.id, this.version, this.details, this.status, this.createdBy, this.createdAt,
				this.updatedAt, shown.value());
	}

}
