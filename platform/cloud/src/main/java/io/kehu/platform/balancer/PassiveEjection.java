package io.kehu.platform.balancer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sets an instance aside for a while when it refuses connections, longer each time, until
 * one succeeds; at least a third of the instances always stays.
 */
final class PassiveEjection {

	private static final Duration FIRST = Duration.ofSeconds(2);

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private final Clock clock;

	private final Map<String, Failures> failures = new ConcurrentHashMap<>();

	private volatile int size;

	PassiveEjection(Clock clock) {
		this.clock = clock;
	}

	void retain(Set<String> keys) {
		this.size = keys.size();
		this.failures.keySet().retainAll(keys);
	}

	/** Whether nothing is known against anyone: the cheap answer to most requests. */
	boolean isIdle() {
		return this.failures.isEmpty();
	}

	boolean isEjected(String key) {
		Failures known = this.failures.get(key);
		return known != null && this.clock.instant().isBefore(known.until());
	}

	synchronized boolean failed(String key) {
		Instant now = this.clock.instant();
		Failures known = this.failures.get(key);
		if (known != null && now.isBefore(known.until())) {
			// A request that was under way already; one outage counts once
			return false;
		}
		int count = (known != null) ? known.count() + 1 : 1;
		Instant until = mayEject(now) ? now.plus(pause(count)) : now;
		this.failures.put(key, new Failures(count, until));
		return now.isBefore(until);
	}

	void succeeded(String key) {
		if (!isIdle()) {
			this.failures.remove(key);
		}
	}

	private boolean mayEject(Instant now) {
		long ejected = this.failures.values().stream().filter((known) -> now.isBefore(known.until())).count();
		return (ejected + 1) * 3 <= this.size * 2L;
	}

	private static Duration pause(int count) {
		Duration pause = FIRST.multipliedBy(1L << Math.min(count - 1, 10));
		return (pause.compareTo(LONGEST) < 0) ? pause : LONGEST;
	}

	private record Failures(int count, Instant until) {
	}

}
