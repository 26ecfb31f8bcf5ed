package io.kehu.order.opportunity;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as clients and subscribers see it.
 *
 * @param details its client-writable fields, on the same level as the others in JSON
 * @param rank its place in its stage: places are compared byte by byte, then by id
 * @param leadId the lead that was converted to it, or null
 * @param stageEnteredAt when it entered its stage
 * @param reason the key of the reason for which it ended, or null
 * @param competitor who won it instead, or null
 * @param note what was noted when it ended, or null
 * @param closedAt when it was won or lost, or null while it is open
 * @param deletedAt when it was deleted, absent while it exists
 */
record OpportunityView(UUID id, long version, @JsonUnwrapped OpportunityDetails details, OpportunityStatus status,
		String rank, @Nullable UUID leadId, Instant stageEnteredAt, @Nullable String reason,
		@Nullable String competitor, @Nullable String note, @Nullable Instant closedAt, Instant createdAt,
		Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
