package io.kehu.auth.role;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.auth.right.Grant;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * The public view of a role.
 *
 * @param builtIn whether the role comes with Kehu, see {@link RoleRules}
 * @param secondFactorRequired whether holders must have a second factor
 * @param deletedAt the time of the deletion; omitted unless deleted
 */
record RoleView(UUID id, long version, String name, String description, boolean builtIn, boolean secondFactorRequired,
		List<String> permissions, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {

	/** Returns the parsed permissions. */
	List<Grant> grants() {
		return this.permissions.stream().map(Grant::parse).toList();
	}

}
