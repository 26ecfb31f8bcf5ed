package io.kehu.auth.client;

import java.time.Instant;
import java.util.List;

import io.kehu.auth.key.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * The view of a partner client that the protocol endpoints need.
 *
 * @param clientId the client id
 * @param name the display name
 * @param createdAt the time of the registration
 * @param expiresAt the time at which the client expires, or null
 * @param addressRanges the addresses from which tokens may be requested; empty for any
 * @param redirectUris the redirect URIs for the authorization code flow
 * @param postLogoutRedirectUris the URIs to which users may be sent after a logout
 * @param idTokenAlgorithm the algorithm that ID tokens are signed with
 * @param proofKeyRequired whether authorization requests need a proof key (PKCE)
 * @param digests the digests of the valid secrets
 */
record ClientAccess(String clientId, String name, Instant createdAt, @Nullable Instant expiresAt,
		List<String> addressRanges, List<String> redirectUris, List<String> postLogoutRedirectUris,
		SigningAlgorithm idTokenAlgorithm, boolean proofKeyRequired, List<String> digests) {

	@Override
	public String toString() {
		return "ClientAccess[%s]".formatted(this.clientId);
	}

}
