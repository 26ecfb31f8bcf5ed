package io.kehu.auth.key;

import java.time.Instant;

import com.nimbusds.jose.jwk.JWK;
import org.jspecify.annotations.Nullable;

/**
 * A signing key and its period of use.
 *
 * @param algorithm the algorithm that it signs with
 * @param generation the sequence number among the keys of the algorithm
 * @param key the key pair including its id
 * @param signsFrom the time from which it signs new tokens, until a later generation does
 * @param expiresAt the time from which it is no longer published, or null if undecided
 */
record SigningKey(SigningAlgorithm algorithm, int generation, JWK key, Instant signsFrom, @Nullable Instant expiresAt) {

	boolean isPublishedAt(Instant time) {
		return this.expiresAt == null || time.isBefore(this.expiresAt);
	}

	boolean signsAt(Instant time) {
		return !time.isBefore(this.signsFrom) && isPublishedAt(time);
	}

}
