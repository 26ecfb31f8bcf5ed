package io.kehu.auth.client;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A new secret, which is shown only once.
 *
 * @param id the id by which the secret can be revoked
 * @param clientId the client id
 * @param clientSecret the secret
 * @param expiresAt the time at which the secret expires, or null
 */
record NewSecret(UUID id, String clientId, String clientSecret, Instant createdAt, @Nullable Instant expiresAt) {

	@Override
	public String toString() {
		return "NewSecret[%s]".formatted(this.id);
	}

}
