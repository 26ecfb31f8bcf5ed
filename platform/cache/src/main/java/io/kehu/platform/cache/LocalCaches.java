package io.kehu.platform.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.kehu.platform.cache.CacheMessage.ChangedRecord;

/**
 * The caches of this instance by name.
 */
final class LocalCaches {

	private final Map<String, VersionedCache<?>> caches = new ConcurrentHashMap<>();

	void add(String name, VersionedCache<?> cache) {
		if (this.caches.putIfAbsent(name, cache) != null) {
			throw new IllegalStateException("There is a cache " + name + " already");
		}
	}

	/** Drops a record that has become older than this write. */
	void drop(ChangedRecord written) {
		VersionedCache<?> cache = this.caches.get(written.cache());
		if (cache != null) {
			cache.drop(written.id(), written.version());
		}
	}

	void clear() {
		this.caches.values().forEach(VersionedCache::clear);
	}

}
