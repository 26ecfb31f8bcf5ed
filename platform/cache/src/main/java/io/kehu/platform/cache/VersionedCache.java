package io.kehu.platform.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.platform.cache.CacheMessage.ChangedRecord;
import io.kehu.platform.cache.RedisSession.Stored;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps records by id so that reading one rarely costs a query, and never shows a version
 * older than the last write that was answered.
 */
public final class VersionedCache<V> {

	/** What an entry weighs beside its record. */
	private static final int ENTRY_WEIGHT = 200;

	/** How long a reader waits for another reader's query before it asks itself. */
	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

	private final String name;

	private final RecordCodec<V> codec;

	private final RedisSessions sessions;

	private final CacheKeys keys;

	private final Cache<UUID, Held<V>> held;

	private final ConcurrentHashMap<UUID, Load<V>> loads = new ConcurrentHashMap<>();

	private final Counter fromRedis;

	private final Counter fromLoader;

	private final Counter changes;

	VersionedCache(String name, RecordCodec<V> codec, RedisSessions sessions, CacheKeys keys,
			CacheProperties properties, CacheMetrics metrics) {
		this.name = name;
		this.codec = codec;
		this.sessions = sessions;
		this.keys = keys;
		this.held = Caffeine.newBuilder()
			.maximumWeight(properties.processSize().toBytes())
			.weigher((UUID id, Held<V> entry) -> entry.weight())
			.expireAfterWrite(properties.processTtl())
			.recordStats()
			.build();
		CaffeineCacheMetrics.monitor(metrics.registry(), this.held, name);
		this.fromRedis = metrics.reads(name, "redis");
		this.fromLoader = metrics.reads(name, "loader");
		this.changes = metrics.changes(name);
	}

	/**
	 * Returns the record from the process, from Redis or from the loader, in that order.
	 * One loader per id runs at a time. What the loader does not find is not remembered.
	 * Inside a transaction that writes, what is not in the process comes from the loader
	 * and is not remembered either, since the transaction may still be undone.
	 * @param loader reads the committed record from the database at the time of the call,
	 * not from an older snapshot, and reads through no cache
	 * @return the record, or empty when there is none; never null
	 */
	public Optional<V> get(UUID id, Supplier<Optional<Versioned<V>>> loader) {
		boolean transaction = TransactionSynchronizationManager.isActualTransactionActive();
		if (transaction && TransactionChanges.include(this.sessions, this.name, id)) {
			return ask(loader);
		}
		Held<V> entry = find(id);
		if (entry != null) {
			return Optional.ofNullable(entry.value());
		}
		if (transaction && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return ask(loader);
		}
		return loadOnce(id, loader);
	}

	/**
	 * Tells of a write. It takes effect on every instance right after the surrounding
	 * transaction has committed, at once where there is none, and before the commit
	 * returns to its caller. A record just created needs no call; a call makes its first
	 * read cheap. Never throws: without Redis the cache steps aside.
	 * @param version the version that the write gives to the record, so call it after the
	 * flush
	 * @param value the record as of this version, or null if it no longer exists
	 */
	public void changed(UUID id, long version, @Nullable V value) {
		SharedEntry entry = this.codec.write(version, value);
		TransactionChanges.add(this.sessions, List.of(new CacheWrite(new ChangedRecord(this.name, id, version),
				entry.kind(), this.codec.payload(entry), this.sessions.epoch())));
	}

	/**
	 * Tells of many writes at once, as {@link #changed} does, in one round trip for all.
	 * The new records are not kept, so that a bulk load does not push the others out.
	 * @param versions the new version of each id
	 */
	public void changedAll(Map<UUID, Long> versions) {
		List<CacheWrite> all = new ArrayList<>();
		versions.forEach((id, version) -> all.add(CacheWrite.unknown(new ChangedRecord(this.name, id, version))));
		TransactionChanges.add(this.sessions, all);
	}

	/**
	 * Drops what is older than a write, and keeps loads under way from remembering it.
	 */
	void drop(UUID id, long version) {
		this.changes.increment();
		this.loads.remove(id);
		this.held.asMap().computeIfPresent(id, (key, entry) -> (entry.version() < version) ? null : entry);
	}

	void clear() {
		this.loads.clear();
		this.held.invalidateAll();
	}

	private @Nullable Held<V> find(UUID id) {
		RedisSession session = this.sessions.trusted();
		return (session != null && session.leased()) ? this.held.getIfPresent(id) : null;
	}

	private Optional<V> ask(Supplier<Optional<Versioned<V>>> loader) {
		this.fromLoader.increment();
		return loader.get().map(Versioned::value);
	}

	/**
	 * Loads a record, or shares the load of another reader, but only one that began after
	 * this read did: an earlier one may have seen the record as it was before a write
	 * that this reader knows of.
	 */
	private Optional<V> loadOnce(UUID id, Supplier<Optional<Versioned<V>>> loader) {
		Load<V> earlier = null;
		while (true) {
			Load<V> own = new Load<>(this.sessions.trusted());
			Load<V> running = this.loads.putIfAbsent(id, own);
			if (running == null) {
				return load(id, own, loader);
			}
			if (!Uninterruptibly.await(running.done, PATIENCE)) {
				return ask(loader);
			}
			if (earlier == null) {
				earlier = running;
			}
			else if (running != earlier && running.succeeded) {
				return Optional.ofNullable(running.value);
			}
			Held<V> entry = find(id);
			if (entry != null) {
				return Optional.ofNullable(entry.value());
			}
		}
	}

	private Optional<V> load(UUID id, Load<V> load, Supplier<Optional<Versioned<V>>> loader) {
		try {
			Optional<V> result = fromRedisOr(id, load, loader);
			load.value = result.orElse(null);
			load.succeeded = true;
			return result;
		}
		finally {
			this.loads.remove(id, load);
			load.done.countDown();
		}
	}

	private Optional<V> fromRedisOr(UUID id, Load<V> load, Supplier<Optional<Versioned<V>>> loader) {
		RedisSession session = load.session;
		if (session == null) {
			return ask(loader);
		}
		Stored stored;
		try {
			stored = session.read(this.keys.entry(this.name, id));
			SharedEntry entry = this.codec.entry(stored);
			if (entry != null) {
				V value = this.codec.read(entry);
				this.fromRedis.increment();
				remember(id, load, new Held<>(entry.version(), value, weight(entry)));
				return Optional.ofNullable(value);
			}
		}
		catch (RedisException ex) {
			this.sessions.lose(session, String.valueOf(ex.getMessage()));
			return ask(loader);
		}
		catch (JacksonException | IllegalStateException ex) {
			return ask(loader);
		}
		this.fromLoader.increment();
		Optional<Versioned<V>> loaded = loader.get();
		loaded.ifPresent((record) -> share(id, load, session, stored.epoch(), record));
		return loaded.map(Versioned::value);
	}

	private void share(UUID id, Load<V> load, RedisSession session, @Nullable String epoch, Versioned<V> loaded) {
		SharedEntry entry = this.codec.write(loaded.version(), loaded.value());
		remember(id, load, new Held<>(loaded.version(), loaded.value(), weight(entry)));
		if (epoch != null && this.loads.get(id) == load) {
			try {
				session.put(this.keys.entry(this.name, id), epoch, entry, this.codec.payload(entry));
			}
			catch (RedisException ex) {
				this.sessions.lose(session, String.valueOf(ex.getMessage()));
			}
		}
	}

	/** Keeps an entry in the process unless a write has overtaken the load. */
	private void remember(UUID id, Load<V> load, Held<V> entry) {
		this.loads.computeIfPresent(id, (key, current) -> {
			if (current == load && this.sessions.trusted() == load.session) {
				this.held.put(key, entry);
			}
			return current;
		});
	}

	private static int weight(SharedEntry entry) {
		return ENTRY_WEIGHT + entry.json().length();
	}

	/** An entry in the process; its value is null if the record no longer exists. */
	private record Held<V>(long version, @Nullable V value, int weight) {
	}

	/** A load under way. */
	private static final class Load<V> {

		private final @Nullable RedisSession session;

		private final CountDownLatch done = new CountDownLatch(1);

		private volatile @Nullable V value;

		private volatile boolean succeeded;

		private Load(@Nullable RedisSession session) {
			this.session = session;
		}

	}

}
