package io.kehu.auth.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * The public view of a team.
 *
 * @param deletedAt the time of the deletion; omitted unless deleted
 */
record TeamView(UUID id, long version, String name, @Nullable UUID parentId, List<ExternalId> externalIds,
		Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {
}
