package io.kehu.platform.record;

import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.cache.Versioned;
import io.kehu.platform.cache.VersionedCache;
import org.jspecify.annotations.Nullable;

/**
 * Reads single records: from the cache if there is one, unless the caller's access is
 * restricted.
 */
final class RecordViews<R extends StoredRecord<V>, V extends RecordView> {

	private final RecordTable<R> table;

	private final RecordGuard<R, V> guard;

	private final RecordTransactions transactions;

	private final @Nullable VersionedCache<V> cache;

	RecordViews(RecordTable<R> table, RecordGuard<R, V> guard, RecordTransactions transactions,
			@Nullable VersionedCache<V> cache) {
		this.table = table;
		this.guard = guard;
		this.transactions = transactions;
		this.cache = cache;
	}

	Optional<V> find(UUID id) {
		if (this.guard.restricted(AccessLevel.READ)) {
			return this.guard.read(id);
		}
		return (this.cache != null)
				? this.cache.get(id, () -> load(id).map((view) -> new Versioned<>(view.version(), view))) : load(id);
	}

	private Optional<V> load(UUID id) {
		return this.transactions.read(() -> this.table.findPresent(id).map(StoredRecord::view));
	}

}
