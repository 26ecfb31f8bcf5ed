package io.kehu.platform.query;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of lists.
 *
 * @param cursorSecret signs cursors, the same on each instance of a service; when it is
 * not set, it is derived from the password of the service's database
 */
@ConfigurationProperties("kehu.query")
record QueryProperties(@Nullable String cursorSecret) {
}
