package io.kehu.platform.outbox;

import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notifies the leader, on any instance, after commits that stored events. PostgreSQL
 * commits only one transaction with a notification at a time, so business transactions do
 * not notify; instead, a thread sends one notification for all transactions committed in
 * the meantime. If a notification is lost, the leader finds the events by polling.
 */
final class OutboxNotifier implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OutboxNotifier.class);

	private final Semaphore wakeUps = new Semaphore(0);

	private final JdbcTemplate jdbc;

	private volatile boolean running;

	OutboxNotifier(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Requests a notification without blocking; several requests may result in one
	 * notification.
	 */
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

	/** Stops after the relay, which needs one more notification in order to stop. */
	@Override
	public int getPhase() {
		return OutboxRelay.PHASE - 1;
	}

}
