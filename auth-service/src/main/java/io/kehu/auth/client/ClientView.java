package io.kehu.auth.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.auth.right.Grant;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A partner's program as administrators and other systems see it, without its secrets.
 *
 * @param clientId what it calls itself when it asks for tokens
 * @param enabled whether it may be used: not while it is locked
 * @param redirectUris where people who let it act for them are led back to
 * @param secrets which secrets it has, not what they are
 * @param deletedAt when it was deleted, left out while it is there
 */
record ClientView(UUID id, long version, String clientId, String name, boolean enabled, List<String> roles,
		List<String> permissions, List<UUID> teamIds, List<String> addressRanges, List<String> redirectUris,
		@Nullable Instant expiresAt, List<SecretView> secrets, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {

	/** What the permissions say. */
	List<Grant> grants() {
		return this.permissions.stream().map(Grant::parse).toList();
	}

	/** Whether it may ask for tokens, unless it has expired. */
	boolean admitted() {
		return this.enabled && this.deletedAt == null;
	}

	/**
	 * A secret as others see it.
	 *
	 * @param expiresAt until when it may be used, or null
	 */
	record SecretView(UUID id, Instant createdAt, @Nullable Instant expiresAt) {
	}

}
