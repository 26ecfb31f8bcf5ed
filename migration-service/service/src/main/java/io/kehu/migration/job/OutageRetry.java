package io.kehu.migration.job;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.kehu.platform.problem.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats database access while the database is unavailable, since no other instance
 * could record the outcome.
 */
final class OutageRetry {

	private static final Logger log = LoggerFactory.getLogger(OutageRetry.class);

	private final Duration pause;

	private volatile boolean closed = true;

	OutageRetry(Duration pause) {
		this.pause = pause;
	}

	/**
	 * Calls an action until the database is available.
	 * @param subject what the action is about, for the log
	 * @param action the action, which must be repeatable
	 * @return the result of the action
	 * @throws RuntimeException any other failure of the action, and every failure unless
	 * this retry is open
	 */
	<T> T call(Object subject, Supplier<T> action) {
		while (true) {
			try {
				return action.get();
			}
			catch (RuntimeException ex) {
				if (this.closed || !Outage.causes(ex)) {
					throw ex;
				}
				log.warn("{} waits for the database: {}", subject, ex.toString());
				LockSupport.parkNanos(this.pause.toNanos());
			}
		}
	}

	boolean closed() {
		return this.closed;
	}

	void open() {
		this.closed = false;
	}

	void close() {
		this.closed = true;
	}

}
