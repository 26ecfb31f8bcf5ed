package io.kehu.platform.outbox;

import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Wakes the leader, wherever it runs, after commits that stored events. PostgreSQL lets
 * transactions that notify commit only one at a time, so no business transaction does:
 * this thread notifies for all that have committed meanwhile. A ring that is lost is made
 * up for by the leader's own polling.
 */
final class OutboxBell implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OutboxBell.class);

	private final Semaphore rings = new Semaphore(0);

	private final JdbcTemplate jdbc;

	private volatile boolean running;

	OutboxBell(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns at once; several rings become one notification. */
	void ring() {
		if (this.rings.availablePermits() == 0) {
			this.rings.release();
		}
	}

	@Override
	public void start() {
		this.running = true;
		Thread thread = new Thread(this::notifyLeader, "kehu-outbox-bell");
		thread.setDaemon(true);
		thread.start();
	}

	private void notifyLeader() {
		while (this.running) {
			this.rings.acquireUninterruptibly();
			this.rings.drainPermits();
			if (!this.running) {
				return;
			}
			try {
				this.jdbc.execute("notify " + OutboxSession.CHANNEL);
			}
			catch (DataAccessException ex) {
				logger.debug("The leader of the outbox was not woken and will look by itself", ex);
			}
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.rings.release();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Stops after the relay, which rings once more to be let go. */
	@Override
	public int getPhase() {
		return OutboxRelay.PHASE - 1;
	}

}
