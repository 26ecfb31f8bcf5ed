package io.kehu.platform.outbox;

import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Wakes the leader, wherever it runs, after commits that stored events. PostgreSQL lets
 * transactions that notify commit only one at a time, so no business transaction does:
 * this thread notifies for all that have committed meanwhile. A lost notification is made
 * up for by the leader's polling.
 */
final class OutboxNotifier implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OutboxNotifier.class);

	private final Semaphore wakeUps = new Semaphore(0);

	private final JdbcTemplate jdbc;

	private volatile boolean running;

	OutboxNotifier(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns at once; several calls become one notification. */
	void wakeLeader() {
		if (this.wakeUps.availablePermits() == 0) {
			this.wakeUps.release();
		}
	}

	@Override
	public void start() {
		this.running = true;
		Thread thread = new Thread(this::notifyLeader, "kehu-outbox-notifier");
		thread.setDaemon(true);
		thread.start();
	}

	private void notifyLeader() {
		while (this.running) {
			this.wakeUps.acquireUninterruptibly();
			this.wakeUps.drainPermits();
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
		this.wakeUps.release();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Stops after the relay, which is woken once more in order to stop. */
	@Override
	public int getPhase() {
		return OutboxRelay.PHASE - 1;
	}

}
