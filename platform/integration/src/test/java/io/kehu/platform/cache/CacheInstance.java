package io.kehu.platform.cache;

import java.time.Duration;
import java.util.UUID;

import io.lettuce.core.resource.ClientResources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.util.unit.DataSize;

/**
 * One instance of a service with one cache, of which a test may have several.
 */
final class CacheInstance implements AutoCloseable {

	/** Longer than in a service: what a busy machine holds up is no fault of Redis. */
	private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration LEASE = Duration.ofSeconds(1);

	final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	final RedisConnector connector;

	final CacheFactory factory;

	final VersionedCache<Item> cache;

	CacheInstance(int port, ClientResources resources) {
		this(port, resources, LEASE);
	}

	CacheInstance(int port, ClientResources resources, Duration lease) {
		this.connector = new RedisConnector(new Details(port), resources);
		CacheProperties properties = new CacheProperties(DataSize.ofMegabytes(1), Duration.ofSeconds(60),
				Duration.ofMinutes(10), COMMAND_TIMEOUT, lease);
		this.factory = new CacheFactory("shop", this.connector, properties, new JsonMapper(),
				new CacheMetrics(this.metrics));
		this.cache = this.factory.create("items", Item.class);
	}

	/** Waits until the cache may use Redis. */
	CacheInstance ready() {
		Awaitility.await("session").until(this.factory::isTrusted);
		return this;
	}

	double reads(String source) {
		return this.metrics.get("kehu.cache.reads").tag("source", source).counter().count();
	}

	double count(String name) {
		return this.metrics.get(name).counter().count();
	}

	@Override
	public void close() {
		this.factory.close();
		this.connector.close();
	}

	/** Leaves as a process does that is killed. */
	void die() {
		this.connector.close();
		this.factory.close();
	}

	record Item(UUID id, long version, String name) {
	}

	private record Details(int port) implements DataRedisConnectionDetails {

		@Override
		public Standalone getStandalone() {
			return Standalone.of("127.0.0.1", this.port);
		}

	}

}
