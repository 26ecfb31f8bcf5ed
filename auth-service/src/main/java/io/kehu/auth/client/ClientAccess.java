package io.kehu.auth.client;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A partner's program as the protocol needs it.
 *
 * @param clientId what it calls itself
 * @param name what people know it by
 * @param createdAt since when there is it
 * @param expiresAt until when it may be used, or null
 * @param addressRanges from where it may ask for tokens; none: from everywhere
 * @param redirectUris where people who let it act for them are led back to
 * @param digests the digests of the secrets that may be used
 */
record ClientAccess(String clientId, String name, Instant createdAt, @Nullable Instant expiresAt,
		List<String> addressRanges, List<String> redirectUris, List<String> digests) {

	@Override
	public String toString() {
		return "ClientAccess[%s]".formatted(this.clientId);
	}

}
