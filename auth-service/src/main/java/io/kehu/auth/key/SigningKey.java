package io.kehu.auth.key;

import java.time.Instant;

import com.nimbusds.jose.jwk.ECKey;
import org.jspecify.annotations.Nullable;

/**
 * A key with the time in which it is used.
 *
 * @param generation counts the keys up
 * @param key the key pair, its id included
 * @param signsFrom from when on it signs new tokens, until a later generation does
 * @param expiresAt from when on it is not published any more, or null when not decided
 */
record SigningKey(int generation, ECKey key, Instant signsFrom, @Nullable Instant expiresAt) {

	boolean isPublishedAt(Instant time) {
		return this.expiresAt == null || time.isBefore(this.expiresAt);
	}

	boolean signsAt(Instant time) {
		return !time.isBefore(this.signsFrom) && isPublishedAt(time);
	}

}
