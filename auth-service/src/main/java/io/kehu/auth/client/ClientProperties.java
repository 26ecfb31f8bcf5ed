package io.kehu.auth.client;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The secrets of the built-in clients.
 *
 * @param gateway the gateway, which logs browsers in
 * @param cli the command line client
 * @param orderService the order service's own client
 * @param migrationService the migration service's own client
 */
@ConfigurationProperties("kehu.auth")
record ClientProperties(@DefaultValue Credentials gateway, @DefaultValue Credentials cli,
		@DefaultValue Credentials orderService, @DefaultValue Credentials migrationService) {

	private static final int SHORTEST_SECRET = 24;

	/**
	 * The credentials of a confidential client.
	 *
	 * @param clientSecret the secret, or null if the client isn't needed
	 */
	record Credentials(@Nullable String clientSecret) {

		Credentials {
			Assert.isTrue(clientSecret == null || clientSecret.isEmpty() || clientSecret.length() >= SHORTEST_SECRET,
					"A client's secret (KEHU_AUTH_*_CLIENT_SECRET) must be random and have at least 24 characters");
		}

		@Override
		public String toString() {
			return "Credentials[clientSecret=***]";
		}

	}

}
