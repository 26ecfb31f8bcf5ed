package io.kehu.platform.client;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for calls to other services. The timeouts of a single attempt
 * are configured with {@code spring.http.clients.*}.
 *
 * @param attempts the maximum number of attempts of a repeatable call
 * @param backoff the wait before the second attempt, doubled for each further one and
 * randomized by up to 50 percent
 * @param concurrency the maximum number of concurrent calls to a single service
 * @param patience the maximum time that a call waits if this number has been reached
 * @param openFor how long calls are suspended after half of the most recent ones have
 * failed
 */
@ConfigurationProperties("kehu.client")
record ServiceClientProperties(@DefaultValue("3") int attempts, @DefaultValue("50ms") Duration backoff,
		@DefaultValue("64") int concurrency, @DefaultValue("200ms") Duration patience,
		@DefaultValue("5s") Duration openFor) {
}
