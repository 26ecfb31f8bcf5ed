package io.kehu.platform.token;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is taken back may go on to work.
 *
 * @param trustedFor how long the list of revocations stays good when auth-service does
 * not answer; nobody is let in after that
 */
@ConfigurationProperties("kehu.auth.revocations")
record RevocationProperties(@DefaultValue("30s") Duration trustedFor) {
}
