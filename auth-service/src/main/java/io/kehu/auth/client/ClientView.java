package io.kehu.auth.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.auth.key.SigningAlgorithm;
import io.kehu.auth.right.Grant;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * The public view of a partner client, without its secrets.
 *
 * @param clientId the client id that it uses to request tokens
 * @param enabled whether the client is unlocked
 * @param redirectUris the redirect URIs for the authorization code flow
 * @param postLogoutRedirectUris the URIs to which users may be sent after a logout
 * @param idTokenSignedResponseAlg the algorithm that ID tokens are signed with
 * @param proofKeyRequired whether authorization requests need a proof key (PKCE)
 * @param secrets the metadata of the client's secrets
 * @param deletedAt the time of the deletion; omitted unless deleted
 */
record ClientView(UUID id, long version, String clientId, String name, boolean enabled, List<String> roles,
		List<String> permissions, List<UUID> teamIds, List<String> addressRanges, List<String> redirectUris,
		List<String> postLogoutRedirectUris, SigningAlgorithm idTokenSignedResponseAlg, boolean proofKeyRequired,
		@Nullable Instant expiresAt, List<SecretView> secrets, Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {

	/** Returns the parsed permissions. */
	List<Grant> grants() {
		return this.permissions.stream().map(Grant::parse).toList();
	}

	/** Returns whether the client may request tokens, unless it has expired. */
	boolean admitted() {
		return this.enabled && this.deletedAt == null;
	}

	/**
	 * The metadata of a secret.
	 *
	 * @param expiresAt the time at which the secret expires, or null
	 */
	record SecretView(UUID id, Instant createdAt, @Nullable Instant expiresAt) {
	}

}
