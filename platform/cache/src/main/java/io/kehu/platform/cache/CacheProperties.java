package io.kehu.platform.cache;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the caches keep and how long they wait.
 *
 * @param processSize how much each cache keeps in the process, measured as JSON
 * @param processTtl how long it keeps an entry there
 * @param redisTtl how long an entry stays in Redis
 * @param commandTimeout how long Redis may take for an answer
 * @param lease how long an instance may use what it keeps in the process without having
 * heard from Redis; also the longest wait of a write for an instance that does not answer
 */
@ConfigurationProperties("kehu.cache")
record CacheProperties(@DefaultValue("8MB") DataSize processSize, @DefaultValue("60s") Duration processTtl,
		@DefaultValue("10m") Duration redisTtl, @DefaultValue("200ms") Duration commandTimeout,
		@DefaultValue("500ms") Duration lease) {
}
