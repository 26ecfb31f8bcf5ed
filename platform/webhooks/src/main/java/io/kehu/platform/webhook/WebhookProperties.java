package io.kehu.platform.webhook;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are served.
 *
 * @param allowed ranges of IP addresses that are not public, but allowed nevertheless, in
 * CIDR notation
 * @param kept how long events are kept for replays
 * @param rotation how long a former secret still signs besides the new one
 */
@ConfigurationProperties("kehu.webhooks")
record WebhookProperties(@DefaultValue( {
	}) List<String> allowed, @DefaultValue("30d") Duration kept, @DefaultValue("24h") Duration rotation){
}
