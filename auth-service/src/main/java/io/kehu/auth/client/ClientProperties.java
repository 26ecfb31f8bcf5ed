package io.kehu.auth.client;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * The clients that a new system has.
 *
 * @param clientSecret the secret of the confidential client for scripts, or null when
 * there shall be none
 */
@ConfigurationProperties("kehu.auth.cli")
record ClientProperties(@Nullable String clientSecret) {

	private static final int SHORTEST_SECRET = 24;

	ClientProperties {
		Assert.isTrue(clientSecret == null || clientSecret.isEmpty() || clientSecret.length() >= SHORTEST_SECRET,
				"KEHU_AUTH_CLI_CLIENT_SECRET must be random and have at least 24 characters");
	}

	@Override
	public String toString() {
		return "ClientProperties[clientSecret=***]";
	}

}
