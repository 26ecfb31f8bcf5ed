package io.kehu.auth.client;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A stored client secret.
 *
 * @param digest the digest, see {@link ClientSecrets}
 * @param expiresAt the time at which the secret expires, or null
 */
@Embeddable
record ClientSecret(UUID id, String digest, Instant createdAt, @Nullable Instant expiresAt) {

	boolean live(Instant now) {
		return this.expiresAt == null || this.expiresAt.isAfter(now);
	}

	@Override
	public String toString() {
		return "ClientSecret[%s]".formatted(this.id);
	}

}
