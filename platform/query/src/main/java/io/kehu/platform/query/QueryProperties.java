package io.kehu.platform.query;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for lists.
 *
 * @param cursorSecret the secret that signs cursors, which must be the same on all
 * instances of a service; if not set, it is derived from the credentials of the service's
 * database
 */
@ConfigurationProperties("kehu.query")
record QueryProperties(@Nullable String cursorSecret) {
}
