package io.kehu.platform.cache;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Keeps records by id so that reading one rarely costs a query, and never shows a version
 * older than the last write that was answered.
 */
public final class VersionedCache<V> {

	VersionedCache() {
	}

	/**
	 * Returns the record from the process, from Redis or from the loader, in that order.
	 * One loader per id runs at a time. What the loader does not find is not remembered.
	 * @param loader reads the committed record from the database at the time of the call
	 * @return the record, or empty when there is none; never null
	 */
	public Optional<V> get(UUID id, Supplier<Optional<Versioned<V>>> loader) {
		return loader.get().map(Versioned::value);
	}

	/**
	 * Tells of a write. It takes effect on every instance right after the surrounding
	 * transaction has committed, at once where there is none, and before the commit
	 * returns to its caller. A record just created needs no call; a call makes its first
	 * read cheap. Never throws: without Redis the cache steps aside.
	 * @param value the record as of this version, or null when it is gone
	 */
	public void changed(UUID id, long version, @Nullable V value) {
	}

	/**
	 * Tells of many writes at once, as {@link #changed} does, in one round trip for all.
	 * The new records are not kept, so that a bulk load does not push the others out.
	 * @param versions the new version of each id
	 */
	public void changedAll(Map<UUID, Long> versions) {
	}

}
