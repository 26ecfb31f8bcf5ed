package io.kehu.platform.client;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far a service goes to get an answer from another one; the time limits of a single
 * attempt are {@code spring.http.clients.*}.
 *
 * @param attempts how often a call that may be repeated is tried in all
 * @param backoff the wait before the second attempt, doubled for the third, each up to a
 * half longer or shorter
 * @param concurrency how many calls to one service may be under way
 * @param patience how long one more call waits for its turn
 * @param openFor how long no call is made after half of the latest ones have failed
 */
@ConfigurationProperties("kehu.client")
record ServiceClientProperties(@DefaultValue("3") int attempts, @DefaultValue("50ms") Duration backoff,
		@DefaultValue("64") int concurrency, @DefaultValue("200ms") Duration patience,
		@DefaultValue("5s") Duration openFor) {
}
