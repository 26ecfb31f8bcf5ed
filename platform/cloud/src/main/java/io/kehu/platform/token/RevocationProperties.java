package io.kehu.platform.token;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long revoked tokens may remain usable.
 *
 * @param trustedFor how long the list of revocations is trusted while auth-service does
 * not respond; all tokens are rejected after that
 */
@ConfigurationProperties("kehu.auth.revocations")
record RevocationProperties(@DefaultValue("30s") Duration trustedFor) {
}
