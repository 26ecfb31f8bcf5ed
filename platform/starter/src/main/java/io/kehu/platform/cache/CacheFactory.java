package io.kehu.platform.cache;

/**
 * Creates the caches of a service.
 */
public final class CacheFactory {

	CacheFactory() {
	}

	/**
	 * Creates a cache whose entries lie in Redis under
	 * {@code <spring.application.name>:cache:<name>:<id>}.
	 * @param name the cache's name, unique within the service
	 * @param type the type of the records, immutable and readable from JSON
	 */
	public <V> VersionedCache<V> create(String name, Class<V> type) {
		return new VersionedCache<>();
	}

}
