package io.kehu.platform.security;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Rights that tests let tokens refer to.
 */
class KnownRights implements RightsSource {

	static final String OUTAGE = "outage";

	private final Map<String, String> contents = new ConcurrentHashMap<>();

	private final Map<String, Integer> readings = new ConcurrentHashMap<>();

	/** Returns the digest. */
	String publish(String content) {
		String digest = Sha256.base64UrlOf(content);
		replace(digest, content);
		return digest;
	}

	void replace(String digest, String content) {
		this.contents.put(digest, content);
	}

	/** Returns how often these rights were read. */
	int readings(String digest) {
		return this.readings.getOrDefault(digest, 0);
	}

	@Override
	public @Nullable String find(Jwt token) throws IOException {
		String digest = Objects.requireNonNull(token.getClaimAsString(CLAIM));
		if (digest.equals(OUTAGE)) {
			throw new IOException("away");
		}
		this.readings.merge(digest, 1, Integer::sum);
		return this.contents.get(digest);
	}

}
