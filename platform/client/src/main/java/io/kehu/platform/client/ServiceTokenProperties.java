package io.kehu.platform.client;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the service's own access token, which it uses for calls
 * that are not made on behalf of a user.
 *
 * @param auth the token endpoint
 * @param service the credentials of the service
 */
@ConfigurationProperties("kehu")
record ServiceTokenProperties(@DefaultValue Auth auth, @DefaultValue Service service) {

	/**
	 * The token endpoint.
	 *
	 * @param tokenUri the URI of auth-service's token endpoint
	 */
	record Auth(@Nullable URI tokenUri) {
	}

	/**
	 * The credentials of the service.
	 *
	 * @param clientSecret the secret of the client {@code kehu-<service>}
	 */
	record Service(@Nullable String clientSecret) {
	}

}
