package io.kehu.customer.campaign;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as clients and subscribers see it.
 *
 * @param details its client-writable fields, on the same level as the others in JSON
 * @param startedAt when it was started, or null
 * @param endedAt when it was completed or stopped, or null
 * @param deletedAt when it was deleted, absent while it exists
 */
record CampaignView(UUID id, long version, @JsonUnwrapped CampaignDetails details, CampaignStatus status,
		@Nullable Instant startedAt, @Nullable Instant endedAt, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
