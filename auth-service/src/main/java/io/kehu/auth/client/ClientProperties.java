package io.kehu.auth.client;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The clients that a new system has.
 *
 * @param cli the client for scripts
 * @param orderService the order service, where it asks others in its own name
 * @param migrationService the migration service, likewise
 */
@ConfigurationProperties("kehu.auth")
record ClientProperties(@DefaultValue Program cli, @DefaultValue Program orderService,
		@DefaultValue Program migrationService) {

	private static final int SHORTEST_SECRET = 24;

	/**
	 * A program that proves who it is by a secret.
	 *
	 * @param clientSecret the secret, or null when there shall be no such client
	 */
	record Program(@Nullable String clientSecret) {

		Program {
			Assert.isTrue(clientSecret == null || clientSecret.isEmpty() || clientSecret.length() >= SHORTEST_SECRET,
					"A client's secret (KEHU_AUTH_*_CLIENT_SECRET) must be random and have at least 24 characters");
		}

		@Override
		public String toString() {
			return "Program[clientSecret=***]";
		}

	}

}
