package io.kehu.auth.role;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.auth.right.Grant;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A role as clients and partners see it.
 *
 * @param builtIn whether it comes with the system, and cannot be changed but for the
 * second factor
 * @param secondFactorRequired whether whoever holds it must have a second factor
 * @param deletedAt when it was deleted, left out while it is there
 */
record RoleView(UUID id, long version, String name, String description, boolean builtIn, boolean secondFactorRequired,
		List<String> permissions, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {

	/** What the permissions say. */
	List<Grant> grants() {
		return this.permissions.stream().map(Grant::parse).toList();
	}

}
