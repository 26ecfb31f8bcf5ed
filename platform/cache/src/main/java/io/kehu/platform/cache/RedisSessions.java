package io.kehu.platform.cache;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.lettuce.core.RedisException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session with Redis going, and decides what may be trusted while there is none
 * and after a new one has begun.
 */
final class RedisSessions implements AutoCloseable {

	/** How many beats a session sends within the time of a lease. */
	static final int BEATS_IN_LEASE = 5;

	private static final Logger logger = LoggerFactory.getLogger(RedisSessions.class);

	private final Supplier<RedisSession> opener;

	private final LocalCaches caches;

	private final CacheMetrics metrics;

	private final Duration lease;

	private final CountDownLatch closing = new CountDownLatch(1);

	private final ReentrantLock lock = new ReentrantLock();

	/** Sessions of this instance that have ended without taking leave. */
	private final Set<String> ended = new HashSet<>();

	private volatile @Nullable RedisSession joined;

	private volatile @Nullable RedisSession trusted;

	private long joinedAt;

	private volatile long lostAt = System.nanoTime();

	/** The number of writes that could not be announced to other instances. */
	private long unshared;

	private long lastHeard;

	private int missedBeats;

	private boolean reported;

	RedisSessions(Supplier<RedisSession> opener, LocalCaches caches, CacheMetrics metrics, Duration lease) {
		this.opener = opener;
		this.caches = caches;
		this.metrics = metrics;
		this.lease = lease;
		metrics.trusted(this::isTrusted);
	}

	void start() {
		Thread thread = new Thread(() -> {
			long beat = this.lease.toNanos() / BEATS_IN_LEASE;
			do {
				tick();
			}
			while (!Uninterruptibly.await(this.closing, beat));
		}, "kehu-cache");
		thread.setDaemon(true);
		thread.start();
	}

	boolean isTrusted() {
		return this.trusted != null;
	}

	/** Returns the epoch that was seen last, or an empty text without Redis. */
	String epoch() {
		RedisSession session = this.joined;
		return (session != null) ? session.epoch() : "";
	}

	/**
	 * Returns the session whose knowledge may be read and added to, or null when the
	 * database alone is to be trusted.
	 */
	@Nullable RedisSession trusted() {
		return this.trusted;
	}

	private void tick() {
		try {
			RedisSession session = this.joined;
			if (session == null) {
				join();
			}
			else {
				check(session);
			}
		}
		catch (RuntimeException ex) {
			if (!this.reported && this.closing.getCount() > 0) {
				logger.warn("Redis cannot be reached ({}): reading from the database alone", ex.getMessage());
				this.reported = true;
			}
			logger.debug("Redis cannot be reached", ex);
		}
	}

	private void join() {
		RedisSession session = this.opener.get();
		try {
			long covered = -1;
			while (!install(session, covered)) {
				covered = announce(session);
			}
		}
		catch (RedisException ex) {
			session.close();
			throw ex;
		}
		session.onDisconnect((ended) -> lose(ended, "connection closed"));
		if (!session.isOpen()) {
			lose(session, "connection closed");
		}
	}

	/** Joins a session, and returns how many of the unshared writes that has told of. */
	private long announce(RedisSession session) {
		long writes;
		Set<String> former;
		this.lock.lock();
		try {
			writes = this.unshared;
			former = Set.copyOf(this.ended);
			this.ended.add(session.id());
		}
		finally {
			this.lock.unlock();
		}
		if (session.join(writes > 0, former)) {
			this.metrics.newEpoch();
		}
		return writes;
	}

	/**
	 * Makes the session the current one, unless there were writes that it has not told
	 * of.
	 */
	private boolean install(RedisSession session, long covered) {
		this.lock.lock();
		try {
			if (this.unshared != covered) {
				return false;
			}
			this.unshared = 0;
			this.ended.clear();
			this.joinedAt = System.nanoTime();
			this.missedBeats = 0;
			this.reported = false;
			this.joined = session;
			logger.info("Caching with Redis");
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void check(RedisSession session) {
		// Counted in beats: after a pause of this process, time alone would accuse Redis
		this.missedBeats = (session.heardAt() != this.lastHeard) ? 0 : this.missedBeats + 1;
		this.lastHeard = session.heardAt();
		if (this.missedBeats > BEATS_IN_LEASE + 2) {
			lose(session, "no answer");
			return;
		}
		session.beat();
		// Other instances may still be reconnecting with writes not announced yet
		if (this.trusted == null && System.nanoTime() - this.joinedAt > 2 * this.lease.toNanos()) {
			this.lock.lock();
			try {
				if (this.joined == session) {
					this.trusted = session;
				}
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/** Ends a session: from now on nothing cached is used until another one has begun. */
	void lose(RedisSession session, String reason) {
		this.lock.lock();
		try {
			if (this.joined != session) {
				return;
			}
			this.joined = null;
			this.trusted = null;
			this.ended.add(session.id());
			this.lostAt = System.nanoTime();
		}
		finally {
			this.lock.unlock();
		}
		this.caches.clear();
		this.metrics.lost();
		logger.warn("Redis is lost ({}): reading from the database alone", reason);
		session.close();
	}

	/** Makes writes known to every instance before it returns; never throws. */
	void apply(List<CacheWrite> changes) {
		if (changes.isEmpty()) {
			return;
		}
		RedisSession session = this.joined;
		while (session != null || (session = countUnshared()) != null) {
			try {
				this.metrics.written(session.write(changes));
				break;
			}
			catch (RedisException ex) {
				lose(session, String.valueOf(ex.getMessage()));
				session = null;
			}
		}
		awaitOldLeases();
	}

	/**
	 * Remembers that there were writes that nobody has been told of, which the next
	 * session will make up for by a new epoch.
	 * @return a session that has begun too early to cover these writes, or null
	 */
	private @Nullable RedisSession countUnshared() {
		this.lock.lock();
		try {
			if (this.joined != null) {
				return this.joined;
			}
			this.unshared++;
		}
		finally {
			this.lock.unlock();
		}
		this.metrics.writtenAlone();
		return null;
	}

	/**
	 * Waits until no instance can still have a lease from before Redis was lost: even
	 * when a new session has begun meanwhile, since Redis may have forgotten the others.
	 */
	private void awaitOldLeases() {
		long left = this.lostAt + this.lease.toNanos() - System.nanoTime();
		if (left > 0) {
			Uninterruptibly.await(this.closing, left);
		}
	}

	@Override
	public void close() {
		this.closing.countDown();
		RedisSession session;
		this.lock.lock();
		try {
			session = this.joined;
			this.joined = null;
			this.trusted = null;
		}
		finally {
			this.lock.unlock();
		}
		if (session != null) {
			try {
				session.leave();
			}
			catch (RedisException ex) {
				logger.debug("Redis has not heard the goodbye", ex);
			}
		}
	}

}
