package io.kehu.platform.link;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity of this process and of those that it trusts.
 *
 * @param key the private key of this service: PKCS #8 of an elliptic curve key (P-256) in
 * Base64
 * @param peers the public keys of all services, as {@code name=key} with the key in the
 * format X.509 in Base64; a service whose key is being replaced is listed with both
 */
@ConfigurationProperties("kehu.link")
record LinkProperties(@Nullable String key, @DefaultValue List<String> peers) {
}
