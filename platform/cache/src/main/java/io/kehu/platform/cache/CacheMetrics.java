package io.kehu.platform.cache;

import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the caches say of themselves to the operator.
 */
final class CacheMetrics {

	private final MeterRegistry registry;

	private final Counter writes;

	private final Counter late;

	private final Counter unshared;

	private final Counter lost;

	private final Counter epochs;

	CacheMetrics(MeterRegistry registry) {
		this.registry = registry;
		this.writes = counter("kehu.cache.writes", "Writes that every instance has learnt of");
		this.late = counter("kehu.cache.writes.late", "Writes that some instance did not acknowledge in time");
		this.unshared = counter("kehu.cache.writes.unshared", "Writes made while Redis was away");
		this.lost = counter("kehu.cache.redis.lost", "How often the connection to Redis was lost");
		this.epochs = counter("kehu.cache.epochs", "How often everything cached was given up");
	}

	private Counter counter(String name, String description) {
		return Counter.builder(name).description(description).register(this.registry);
	}

	MeterRegistry registry() {
		return this.registry;
	}

	/** Counts the reads of one cache that were answered by this source. */
	Counter reads(String cache, String source) {
		return Counter.builder("kehu.cache.reads")
			.description("Reads that the process did not hold, by what answered them")
			.tag("cache", cache)
			.tag("source", source)
			.register(this.registry);
	}

	/** Counts the writes, by any instance, that have been reported to one cache. */
	Counter changes(String cache) {
		return Counter.builder("kehu.cache.changes")
			.description("Records dropped because some instance has written them")
			.tag("cache", cache)
			.register(this.registry);
	}

	void trusted(BooleanSupplier trusted) {
		Gauge.builder("kehu.cache.redis.trusted", () -> trusted.getAsBoolean() ? 1 : 0)
			.description("Whether the cache reads from Redis")
			.register(this.registry);
	}

	void written(boolean acknowledged) {
		this.writes.increment();
		if (!acknowledged) {
			this.late.increment();
		}
	}

	void writtenAlone() {
		this.unshared.increment();
	}

	void lost() {
		this.lost.increment();
	}

	void newEpoch() {
		this.epochs.increment();
	}

}
