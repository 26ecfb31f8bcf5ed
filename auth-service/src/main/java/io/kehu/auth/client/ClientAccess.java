package io.kehu.auth.client;

import java.time.Instant;
import java.util.List;

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
 * @param digests the digests of the valid secrets
 */
record ClientAccess(String clientId, String name, Instant createdAt, @Nullable Instant expiresAt,
		List<String> addressRanges, List<String> redirectUris, List<String> digests) {

	@Override
	public String toString() {
		return "ClientAccess[%s]".formatted(this.clientId);
	}

}
