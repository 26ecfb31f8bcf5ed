package io.kehu.auth.client;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A secret as it is shown, once.
 *
 * @param id what to revoke it by
 * @param clientId what the program calls itself
 * @param clientSecret the secret itself
 * @param expiresAt until when it may be used, or null
 */
record NewSecret(UUID id, String clientId, String clientSecret, Instant createdAt, @Nullable Instant expiresAt) {

	@Override
	public String toString() {
		return "NewSecret[%s]".formatted(this.id);
	}

}
