package io.kehu.platform.balancer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Ejects an instance for a while, longer each time: one that refuses connections until a
 * connection succeeds, and an outlier for the whole time, after which it returns
 * gradually. At least a third of the instances always remains.
 */
final class PassiveEjection {

	private static final Duration FIRST = Duration.ofSeconds(2);

	private static final Duration FIRST_OF_OUTLIER = Duration.ofSeconds(10);

	private static final Duration LONGEST = Duration.ofSeconds(60);

	/** How long an outlier takes to return to its full share. */
	private static final Duration RETURN = Duration.ofSeconds(10);

	private final Clock clock;

	private final Map<String, Ejection> ejections = new ConcurrentHashMap<>();

	private volatile int size;

	PassiveEjection(Clock clock) {
		this.clock = clock;
	}

	void retain(Set<String> keys) {
		this.size = keys.size();
		this.ejections.keySet().retainAll(keys);
	}

	/** Returns whether nothing is held against any instance. */
	boolean isIdle() {
		return this.ejections.isEmpty();
	}

	boolean isEjected(String key) {
		return ejectedUntil(key) != null;
	}

	/** Returns until when the instance is ejected, or null. */
	@Nullable Instant ejectedUntil(String key) {
		Ejection known = this.ejections.get(key);
		return (known != null && this.clock.instant().isBefore(known.until())) ? known.until() : null;
	}

	/** Returns the part of its share that the instance gets, from 0 to 1. */
	double part(String key) {
		Ejection known = this.ejections.get(key);
		if (known == null || !known.outlier()) {
			return 1;
		}
		long since = Duration.between(known.until(), this.clock.instant()).toMillis();
		return Math.min(1, Math.max(0, (double) since / RETURN.toMillis()));
	}

	/**
	 * Ejects an instance that has refused a connection.
	 * @return whether it is ejected from now on
	 */
	boolean failed(String key) {
		return eject(key, false);
	}

	/**
	 * Ejects an outlier.
	 * @return whether it is ejected from now on
	 */
	boolean outlier(String key) {
		return eject(key, true);
	}

	private synchronized boolean eject(String key, boolean outlier) {
		Instant now = this.clock.instant();
		Ejection known = this.ejections.get(key);
		if (known != null && now.isBefore(known.until())) {
			// A request that was already under way; one outage counts once
			return false;
		}
		int count = (known != null) ? known.count() + 1 : 1;
		Instant until = mayEject(now) ? now.plus(pause(outlier ? FIRST_OF_OUTLIER : FIRST, count)) : now;
		this.ejections.put(key, new Ejection(count, until, outlier));
		return now.isBefore(until);
	}

	/** Ends what is held against an instance, except for an outlier that returns. */
	void succeeded(String key) {
		Ejection known = this.ejections.get(key);
		if (known != null && !(known.outlier() && this.clock.instant().isBefore(known.until().plus(RETURN)))) {
			this.ejections.remove(key, known);
		}
	}

	private boolean mayEject(Instant now) {
		long ejected = this.ejections.values().stream().filter((known) -> now.isBefore(known.until())).count();
		return (ejected + 1) * 3 <= this.size * 2L;
	}

	private static Duration pause(Duration first, int count) {
		Duration pause = first.multipliedBy(1L << Math.min(count - 1, 10));
		return (pause.compareTo(LONGEST) < 0) ? pause : LONGEST;
	}

	private record Ejection(int count, Instant until, boolean outlier) {
	}

}
