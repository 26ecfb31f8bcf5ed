package io.kehu.platform.token;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens this process accepts.
 *
 * @param issuer the {@code iss} claim that every token must carry: the public URL of the
 * system
 * @param jwksUri where auth-service publishes its signing keys; not needed by a process
 * that brings its own key source
 * @param audience the {@code aud} claim that every token must contain
 */
@ConfigurationProperties("kehu.auth")
public record AuthProperties(@DefaultValue("http://localhost:8080") String issuer, @Nullable URI jwksUri,
		@DefaultValue("kehu") String audience) {
}
