package io.kehu.customer.support;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A case as clients and subscribers see it.
 *
 * @param number its number, by which people refer to it
 * @param details its client-writable fields, on the same level as the others in JSON
 * @param assigneeId the user who works on it, or null
 * @param assignedTeamId the team that works on it, or null; access follows the customer
 * @param firstResponse the clock of the first response, or null if nothing was agreed
 * @param resolution the clock of the resolution, or null if nothing was agreed
 * @param respondedAt when the customer got the first response, or null
 * @param resolvedAt when it was resolved, or null
 * @param closedAt when it was closed, or null
 * @param deletedAt when it was deleted, absent while it exists
 * @param mergedInto the case that it was merged into, absent if it was not
 */
record CaseView(UUID id, long version, long number, CaseStatus status, @JsonUnwrapped CaseDetails details,
		@Nullable UUID assigneeId, @Nullable UUID assignedTeamId, @Nullable ClockState firstResponse,
		@Nullable ClockState resolution, @Nullable Instant respondedAt, @Nullable Instant resolvedAt,
		@Nullable Instant closedAt, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto) implements RecordView {
}
