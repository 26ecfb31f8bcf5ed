package io.kehu.platform.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Relays stored events to Kafka, once per version and in order. One instance of a service
 * is the leader, the others stand by; ADR 4 describes the design and the reasons for it.
 */
final class OutboxRelay implements SmartLifecycle {

	/**
	 * The relay stops after the web server and the consumers, so that it publishes their
	 * last events.
	 */
	static final int PHASE = 0;

	private static final Logger logger = LoggerFactory.getLogger(OutboxRelay.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	/**
	 * The pause after a batch that emptied the outbox. Events stored in the meantime then
	 * share a transaction, and the broker has completed the previous transaction, which
	 * would otherwise delay the next one for longer than this.
	 */
	private static final Duration PAUSE_AFTER_PARTIAL_BATCH = Duration.ofMillis(20);

	private static final Duration BACKLOG_SAMPLE = Duration.ofMillis(900);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

	private final JdbcConnectionDetails database;

	private final OutboxKafka kafka;

	private final OutboxProperties properties;

	private final OutboxMetrics metrics;

	private final Runnable wakeUp;

	private final RelayBackOff backOff = new RelayBackOff();

	private volatile CountDownLatch stopping = new CountDownLatch(0);

	private volatile Thread thread = new Thread();

	private long backlogSampled = System.nanoTime();

	OutboxRelay(JdbcConnectionDetails database, OutboxKafka kafka, OutboxProperties properties, OutboxMetrics metrics,
			Runnable wakeUp) {
		this.database = database;
		this.kafka = kafka;
		this.properties = properties;
		this.metrics = metrics;
		this.wakeUp = wakeUp;
	}

	@Override
	public void start() {
		this.stopping = new CountDownLatch(1);
		this.thread = new Thread(this::run, "kehu-outbox-relay");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void run() {
		while (isRunning()) {
			try (OutboxSession session = OutboxSession.open(this.database)) {
				lead(session);
			}
			catch (SQLException | RuntimeException ex) {
				this.backOff.report("The outbox waits for the database", ex);
				this.metrics.failed();
				pause(this.backOff.pause());
			}
			finally {
				this.metrics.leading(false);
			}
		}
	}

	private void lead(OutboxSession session) throws SQLException {
		while (!session.tryLead()) {
			pause(this.properties.standby());
			if (!isRunning()) {
				return;
			}
		}
		logger.info("This instance leads the outbox of {}", this.kafka.service());
		this.metrics.leading(true);
		while (isRunning()) {
			try (OutboxPublisher publisher = OutboxPublisher.open(this.kafka)) {
				int left = session.deleteByEventId(publisher.publishedBefore());
				if (left > 0) {
					logger.info("{} events were published already and are not published again", left);
				}
				relay(session, publisher);
			}
			catch (RejectedEventException ex) {
				hold(session, ex);
			}
			catch (KafkaException | IllegalStateException ex) {
				this.backOff.report("The outbox waits for Kafka", ex);
				this.metrics.failed();
				sampleBacklog(session);
				pause(this.backOff.pause());
			}
		}
	}

	private void relay(OutboxSession session, OutboxPublisher publisher) throws SQLException {
		while (isRunning()) {
			long started = System.nanoTime();
			List<StoredEvent> events = session.next(this.properties.batchSize());
			if (events.isEmpty()) {
				this.backOff.over("The outbox publishes again");
				sampleBacklogNowAndThen(session);
				session.await(POLL);
				continue;
			}
			publisher.publish(events);
			session.delete(events);
			this.metrics.published(events, Duration.ofNanos(System.nanoTime() - started));
			this.backOff.over("The outbox publishes again");
			sampleBacklogNowAndThen(session);
			if (events.size() < this.properties.batchSize()) {
				pause(PAUSE_AFTER_PARTIAL_BATCH);
			}
		}
	}

	private void hold(OutboxSession session, RejectedEventException rejection) throws SQLException {
		StoredEvent event = rejection.event();
		logger.error(
				"Kafka refuses event {} ({} of {}, version {}), behind which later events of the same aggregate wait:"
						+ " {}",
				event.eventId(), event.destination().type(), event.destination().key(), event.version(),
				rejection.getMessage());
		this.metrics.rejected();
		session.hold(event.id(), String.valueOf(rejection.getMessage()), this.properties.heldFor());
	}

	private void sampleBacklogNowAndThen(OutboxSession session) throws SQLException {
		if (System.nanoTime() - this.backlogSampled > BACKLOG_SAMPLE.toNanos()) {
			sampleBacklog(session);
		}
	}

	private void sampleBacklog(OutboxSession session) throws SQLException {
		this.metrics.backlog(session.backlog());
		this.backlogSampled = System.nanoTime();
	}

	private void pause(Duration time) {
		try {
			this.stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		this.stopping.countDown();
		this.wakeUp.run();
		try {
			this.thread.join(STOP_LIMIT.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isAutoStartup() {
		return this.kafka.publishes();
	}

	@Override
	public boolean isRunning() {
		return this.stopping.getCount() > 0;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
