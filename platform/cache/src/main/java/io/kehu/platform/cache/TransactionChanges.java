package io.kehu.platform.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The writes of one transaction, which the caches learn of once it has ended.
 */
final class TransactionChanges implements TransactionSynchronization {

	private final RedisSessions sessions;

	private final Map<String, Map<UUID, CacheWrite>> changes = new LinkedHashMap<>();

	private TransactionChanges(RedisSessions sessions) {
		this.sessions = sessions;
	}

	/** Keeps the changes until the transaction ends; without one they take effect now. */
	static void add(RedisSessions sessions, List<CacheWrite> changes) {
		if (!active()) {
			sessions.apply(changes);
			return;
		}
		TransactionChanges current = current(sessions);
		if (current == null) {
			current = new TransactionChanges(sessions);
			TransactionSynchronizationManager.registerSynchronization(current);
		}
		for (CacheWrite change : changes) {
			current.changes.computeIfAbsent(change.written().cache(), (cache) -> new LinkedHashMap<>())
				.merge(change.written().id(), change, CacheWrite::or);
		}
	}

	/** Returns whether the running transaction has written this record. */
	static boolean include(RedisSessions sessions, String cache, UUID id) {
		if (!active()) {
			return false;
		}
		TransactionChanges current = current(sessions);
		return current != null && current.changes.getOrDefault(cache, Map.of()).containsKey(id);
	}

	private static boolean active() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.isSynchronizationActive();
	}

	private static @Nullable TransactionChanges current(RedisSessions sessions) {
		for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
			if (synchronization instanceof TransactionChanges changes && changes.sessions == sessions) {
				return changes;
			}
		}
		return null;
	}

	@Override
	public void afterCompletion(int status) {
		if (status == STATUS_ROLLED_BACK) {
			return;
		}
		List<CacheWrite> all = new ArrayList<>();
		this.changes.values().forEach((changed) -> all.addAll(changed.values()));
		// Whether a commit that failed half-way has happened, only the database knows
		this.sessions.apply((status == STATUS_COMMITTED) ? all
				: all.stream().map((change) -> CacheWrite.unknown(change.written())).toList());
	}

}
