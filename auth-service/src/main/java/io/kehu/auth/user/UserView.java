package io.kehu.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * The public view of a user, without the password hash.
 *
 * @param enabled whether the user is unlocked
 * @param passwordResetRequired whether a new password must be chosen at the next login
 * @param deletedAt the time of the deletion; omitted unless deleted
 */
record UserView(UUID id, long version, String username, String displayName, @Nullable String email,
		@Nullable String locale, boolean enabled, boolean passwordResetRequired, List<String> roles, List<UUID> teamIds,
		List<ExternalId> externalIds, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {

	/** Returns whether the user may log in and use their grants. */
	boolean admitted() {
		return this.enabled && this.deletedAt == null;
	}

}
