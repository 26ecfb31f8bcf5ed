package io.kehu.platform.cache;

import tools.jackson.databind.json.JsonMapper;

/**
 * Creates the caches of a service.
 */
public final class CacheFactory implements AutoCloseable {

	private final CacheKeys keys;

	private final CacheProperties properties;

	private final JsonMapper mapper;

	private final CacheMetrics metrics;

	private final LocalCaches caches = new LocalCaches();

	private final RedisSessions sessions;

	CacheFactory(String application, RedisConnector connector, CacheProperties properties, JsonMapper mapper,
			CacheMetrics metrics) {
		this.keys = new CacheKeys(application);
		this.properties = properties;
		this.mapper = mapper;
		this.metrics = metrics;
		this.sessions = new RedisSessions(() -> new RedisSession(connector, this.keys, properties, this.caches),
				this.caches, metrics, properties.lease());
		this.sessions.start();
	}

	/**
	 * Creates a cache whose entries lie in Redis under
	 * {@code <spring.application.name>:cache:<name>:<id>}.
	 * @param name the cache's name, unique within the service
	 * @param type the type of the records, immutable and readable from JSON
	 * @throws IllegalStateException when there is a cache of this name
	 */
	public <V> VersionedCache<V> create(String name, Class<V> type) {
		return create(name, type, EntrySeal.none());
	}

	/**
	 * Creates a cache as above whose entries are sealed in Redis.
	 * @throws IllegalStateException when there is a cache of this name
	 */
	public <V> VersionedCache<V> create(String name, Class<V> type, EntrySeal<V> seal) {
		VersionedCache<V> cache = new VersionedCache<>(name, new RecordCodec<>(this.mapper, type, seal), this.sessions,
				this.keys, this.properties, this.metrics);
		this.caches.add(name, cache);
		return cache;
	}

	/** Returns whether Redis takes part at the moment. */
	boolean isTrusted() {
		return this.sessions.isTrusted();
	}

	@Override
	public void close() {
		this.sessions.close();
	}

}
