package io.kehu.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * The metrics of the outbox. Backlog and leadership are reported by the leading instance.
 */
final class OutboxMetrics {

	private final MeterRegistry registry;

	private final Counter failures;

	private final Counter rejected;

	private final Timer batches;

	private volatile OutboxSession.Backlog backlog = OutboxSession.Backlog.NONE;

	private volatile boolean leading;

	OutboxMetrics(MeterRegistry registry) {
		this.registry = registry;
		this.failures = Counter.builder("kehu.outbox.failures")
			.description("Batches that failed because Kafka or the database did")
			.register(registry);
		this.rejected = Counter.builder("kehu.outbox.rejected")
			.description("Times that Kafka refused an event for its own sake")
			.register(registry);
		this.batches = Timer.builder("kehu.outbox.batch").description("From reading to deleting").register(registry);
		Gauge.builder("kehu.outbox.lag", this, (metrics) -> metrics.backlog.events())
			.description("Events waiting")
			.register(registry);
		Gauge.builder("kehu.outbox.oldest", this, (metrics) -> metrics.backlog.oldestSeconds())
			.baseUnit("seconds")
			.description("Age of the oldest event waiting")
			.register(registry);
		Gauge.builder("kehu.outbox.held", this, (metrics) -> metrics.backlog.held())
			.description("Events waiting because Kafka refused them")
			.register(registry);
		Gauge.builder("kehu.outbox.leader", this, (metrics) -> metrics.leading ? 1 : 0)
			.description("1 where the relay leads")
			.register(registry);
	}

	boolean leads() {
		return this.leading;
	}

	/**
	 * Counts events by their types, which services declare, so that there are few. These
	 * are the figures of the business, too: each committed change is one event.
	 */
	void published(List<StoredEvent> events, Duration took) {
		this.batches.record(took);
		events.stream()
			.collect(Collectors.groupingBy((event) -> event.destination().type(), Collectors.counting()))
			.forEach((type, count) -> Counter.builder("kehu.outbox.published")
				.description("Events published")
				.tag("type", type)
				.register(this.registry)
				.increment(count));
	}

	double failures() {
		return this.failures.count();
	}

	void failed() {
		this.failures.increment();
	}

	void rejected() {
		this.rejected.increment();
	}

	void backlog(OutboxSession.Backlog current) {
		this.backlog = current;
	}

	void leading(boolean leads) {
		this.leading = leads;
		if (!leads) {
			this.backlog = OutboxSession.Backlog.NONE;
		}
	}

}
