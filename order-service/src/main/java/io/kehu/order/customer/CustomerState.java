package io.kehu.order.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a customer that orders need, as read from events and from
 * customer-service.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerState(UUID id, long version, String name, String status, @Nullable List<ExternalCustomerId> externalIds,
		@Nullable Instant deletedAt, @Nullable UUID mergedInto, @Nullable List<String> tags) {

	String[] allTags() {
		return (this.tags != null) ? this.tags.toArray(String[]::new) : new String[0];
	}

	String[] externalKeys() {
		List<ExternalCustomerId> ids = this.externalIds;
		return (ids != null) ? ids.stream().map(ExternalCustomerId::key).toArray(String[]::new) : new String[0];
	}

}
