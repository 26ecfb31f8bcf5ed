package io.kehu.platform.balancer;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detects instances that fail or delay requests while the other instances of the service
 * do not. A fault that all instances share, such as a database that is down, is no reason
 * to avoid any of them.
 */
final class OutlierDetection {

	/** How long a response counts, at most twice this time. */
	private static final Duration WINDOW = Duration.ofSeconds(5);

	private static final int LEAST_REQUESTS = 20;

	private static final int LEAST_REQUESTS_OF_OTHERS = 5;

	private static final long LEAST_DELAY_NANOS = Duration.ofMillis(250).toNanos();

	/** How many times as long an outlier takes as the others. */
	private static final int LATENESS = 5;

	private final Clock clock;

	private final Map<String, Window> windows = new ConcurrentHashMap<>();

	OutlierDetection(Clock clock) {
		this.clock = clock;
	}

	void retain(Set<String> keys) {
		this.windows.keySet().retainAll(keys);
	}

	void forget(String key) {
		this.windows.remove(key);
	}

	/**
	 * Records a response.
	 * @param failed whether its status was 500 or above
	 * @param nanos how long it took, or a negative number if that says nothing about the
	 * instance
	 * @return whether the instance is an outlier
	 */
	boolean record(String key, boolean failed, long nanos) {
		long now = this.clock.millis();
		this.windows.computeIfAbsent(key, (added) -> new Window()).add(now, failed, nanos);
		return (failed || nanos >= LEAST_DELAY_NANOS) && isOutlier(key, now);
	}

	private boolean isOutlier(String key, long now) {
		Totals own = Totals.NONE;
		Totals others = Totals.NONE;
		for (Map.Entry<String, Window> entry : this.windows.entrySet()) {
			Totals totals = entry.getValue().totals(now);
			if (entry.getKey().equals(key)) {
				own = totals;
			}
			else {
				others = others.plus(totals);
			}
		}
		return own.failsUnlike(others) || own.isLaterThan(others);
	}

	/**
	 * The responses of an instance in the current and the previous period.
	 */
	private static final class Window {

		private long period = Long.MIN_VALUE;

		private Totals current = Totals.NONE;

		private Totals previous = Totals.NONE;

		synchronized void add(long now, boolean failed, long nanos) {
			advance(now);
			this.current = this.current.plus(new Totals(1, failed ? 1 : 0, (nanos >= 0) ? 1 : 0, Math.max(0, nanos)));
		}

		synchronized Totals totals(long now) {
			advance(now);
			return this.current.plus(this.previous);
		}

		private void advance(long now) {
			long latest = now / WINDOW.toMillis();
			if (latest > this.period) {
				this.previous = (latest == this.period + 1) ? this.current : Totals.NONE;
				this.current = Totals.NONE;
				this.period = latest;
			}
		}

	}

	/**
	 * Counts of responses.
	 *
	 * @param timed the number of responses whose times are known
	 * @param nanos the sum of these times
	 */
	private record Totals(long requests, long failures, long timed, long nanos) {

		static final Totals NONE = new Totals(0, 0, 0, 0);

		Totals plus(Totals other) {
			return new Totals(this.requests + other.requests, this.failures + other.failures, this.timed + other.timed,
					this.nanos + other.nanos);
		}

		/** Returns whether half fail, but at most a quarter of the others do. */
		boolean failsUnlike(Totals others) {
			return this.requests >= LEAST_REQUESTS && this.failures * 2 >= this.requests
					&& others.requests >= LEAST_REQUESTS_OF_OTHERS && others.failures * 4 <= others.requests;
		}

		boolean isLaterThan(Totals others) {
			return this.timed >= LEAST_REQUESTS && others.timed >= LEAST_REQUESTS_OF_OTHERS
					&& mean() >= LEAST_DELAY_NANOS && mean() >= LATENESS * others.mean();
		}

		private long mean() {
			return this.nanos / this.timed;
		}

	}

}
