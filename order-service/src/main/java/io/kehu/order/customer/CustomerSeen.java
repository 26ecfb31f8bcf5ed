package io.kehu.order.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The few fields of a customer that orders need, as events and customer-service tell
 * them.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerSeen(UUID id, long version, String name, String status, @Nullable List<ExternalCustomerId> externalIds,
		@Nullable Instant deletedAt, @Nullable UUID mergedInto) {

	String[] externalKeys() {
		List<ExternalCustomerId> ids = this.externalIds;
		return (ids != null) ? ids.stream().map(ExternalCustomerId::key).toArray(String[]::new) : new String[0];
	}

}
