package io.kehu.platform.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Sends the deliveries whose time has come, several at a time, on all instances. Each is
 * attempted by one of them; if that dies, another one repeats the attempt after a while,
 * with the same identifier.
 */
final class WebhookDeliveries implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(WebhookDeliveries.class);

	private static final int AT_ONCE = 8;

	private static final Duration LEASE = Duration.ofMinutes(5);

	/** The pauses between the attempts; after the last of them, the event is dead. */
	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5),
			Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10),
			Duration.ofHours(14));

	private final WebhookStore webhooks;

	private final DeliveryStore deliveries;

	private final WebhookSender sender;

	private final Duration kept;

	private final Clock clock;

	private @Nullable ScheduledExecutorService timer;

	private @Nullable ExecutorService workers;

	WebhookDeliveries(WebhookStore webhooks, DeliveryStore deliveries, WebhookSender sender, Duration kept,
			Clock clock) {
		this.webhooks = webhooks;
		this.deliveries = deliveries;
		this.sender = sender;
		this.kept = kept;
		this.clock = clock;
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService created = Executors.newSingleThreadScheduledExecutor((task) -> daemon(task, "timer"));
		this.workers = Executors.newFixedThreadPool(AT_ONCE, (task) -> daemon(task, "worker"));
		this.timer = created;
		Future<?> sending = created.scheduleWithFixedDelay(this::sendDue, 1, 1, TimeUnit.SECONDS);
		Future<?> purging = created.scheduleWithFixedDelay(this::purge, 1, 60, TimeUnit.MINUTES);
		log.debug("Webhooks are served: {} {}", sending, purging);
	}

	private static Thread daemon(Runnable task, String name) {
		Thread thread = new Thread(task, "webhook-" + name);
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public synchronized void stop() {
		if (this.timer != null && this.workers != null) {
			this.timer.shutdownNow();
			this.workers.shutdownNow();
		}
		this.timer = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.timer != null;
	}

	private void sendDue() {
		try {
			List<DeliveryStore.Claimed> due;
			do {
				due = this.deliveries.claim(this.clock.instant(), LEASE);
				sendAll(due);
			}
			while (!due.isEmpty());
		}
		catch (RuntimeException ex) {
			log.warn("Webhooks could not be served; it will be tried again", ex);
		}
	}

	private void sendAll(List<DeliveryStore.Claimed> due) {
		ExecutorService pool = this.workers;
		List<Future<?>> running = new ArrayList<>();
		for (DeliveryStore.Claimed one : due) {
			if (pool != null) {
				running.add(pool.submit(() -> send(one)));
			}
		}
		for (Future<?> one : running) {
			try {
				one.get();
			}
			catch (ExecutionException ex) {
				log.warn("A delivery could not be attempted; it will be tried again", ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private void send(DeliveryStore.Claimed delivery) {
		WebhookSender.Outcome outcome = this.sender.send(URI.create(delivery.url()), headers(delivery),
				delivery.content());
		Instant now = this.clock.instant();
		if (outcome.accepted()) {
			this.deliveries.note(delivery.id(), DeliveryState.DELIVERED, null, outcome, now);
		}
		else if (outcome.gone()) {
			this.deliveries.note(delivery.id(), DeliveryState.DEAD, null, outcome, now);
			if (this.webhooks.mark(delivery.webhookId(), WebhookStatus.UNSUBSCRIBED, now)) {
				log.info("The receiver of webhook {} has unsubscribed", delivery.webhookId());
			}
			this.deliveries.giveUp(delivery.webhookId(), "The receiver has unsubscribed");
		}
		else if (delivery.attempts() < PAUSES.size()) {
			Duration pause = PAUSES.get(delivery.attempts());
			Duration asked = outcome.pause();
			this.deliveries.note(delivery.id(), DeliveryState.WAITING,
					now.plus((asked != null && asked.compareTo(pause) > 0) ? asked : pause), outcome, now);
		}
		else {
			this.deliveries.note(delivery.id(), DeliveryState.DEAD, null, outcome, now);
		}
	}

	private Map<String, String> headers(DeliveryStore.Claimed delivery) {
		Instant now = this.clock.instant();
		String id = delivery.messageId().toString();
		long timestamp = now.getEpochSecond();
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("webhook-id", id);
		headers.put("webhook-timestamp", Long.toString(timestamp));
		headers.put("webhook-signature",
				this.webhooks.findSecrets(delivery.webhookId(), now)
					.stream()
					.map((secret) -> secret.sign(id, timestamp, delivery.content()))
					.collect(Collectors.joining(" ")));
		return headers;
	}

	private void purge() {
		try {
			Instant before = this.clock.instant().minus(this.kept);
			int purged;
			do {
				purged = this.deliveries.purge(before);
			}
			while (purged > 0);
		}
		catch (RuntimeException ex) {
			log.warn("Old events of webhooks could not be deleted; it will be tried again", ex);
		}
	}

}
