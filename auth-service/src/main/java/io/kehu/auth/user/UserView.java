package io.kehu.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A user as administrators and other systems see them; never with a password's hash.
 *
 * @param enabled whether they may log in: not while they are locked out
 * @param passwordResetRequired whether they have to choose a new password at the next
 * login
 * @param deletedAt when they were deleted, left out while they are there
 */
record UserView(UUID id, long version, String username, String displayName, @Nullable String email,
		@Nullable String locale, boolean enabled, boolean passwordResetRequired, List<String> roles, List<UUID> teamIds,
		List<ExternalId> externalIds, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {

	/** Whether they may log in and use what they were given. */
	boolean admitted() {
		return this.enabled && this.deletedAt == null;
	}

}
