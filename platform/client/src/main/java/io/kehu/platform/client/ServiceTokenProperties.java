package io.kehu.platform.client;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service proves to another one who it is when no user stands behind a call.
 *
 * @param auth where tokens come from
 * @param service what the service proves itself with
 */
@ConfigurationProperties("kehu")
record ServiceTokenProperties(@DefaultValue Auth auth, @DefaultValue Service service) {

	/**
	 * Where tokens come from.
	 *
	 * @param tokenUri auth-service's token endpoint
	 */
	record Auth(@Nullable URI tokenUri) {
	}

	/**
	 * What the service proves itself with.
	 *
	 * @param clientSecret the secret of the client {@code kehu-<service>}
	 */
	record Service(@Nullable String clientSecret) {
	}

}
