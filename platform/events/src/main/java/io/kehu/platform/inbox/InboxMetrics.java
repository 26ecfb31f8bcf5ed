package io.kehu.platform.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * The metrics of consumers, each tagged with its consumer.
 */
final class InboxMetrics {

	private static final String CONSUMER = "consumer";

	private final MeterRegistry registry;

	private final Clock clock;

	InboxMetrics(MeterRegistry registry, Clock clock) {
		this.registry = registry;
		this.clock = clock;
	}

	/** Returns the metrics of one consumer. */
	OfConsumer of(String consumer) {
		return new OfConsumer(consumer, this.registry, this.clock);
	}

	/** Reports how many events wait in Kafka for the threads of this instance. */
	void lag(String consumer, Supplier<Number> events) {
		Gauge.builder("kehu.inbox.lag", events)
			.description("Events that wait in the partitions of this instance")
			.tag(CONSUMER, consumer)
			.register(this.registry);
	}

	/**
	 * The metrics of one consumer.
	 */
	static final class OfConsumer {

		private final String consumer;

		private final Counter handled;

		private final Counter stale;

		private final Counter failures;

		private final Counter deadLetters;

		private final Timer batches;

		private final Timer delay;

		private final Clock clock;

		private OfConsumer(String consumer, MeterRegistry registry, Clock clock) {
			this.consumer = consumer;
			this.clock = clock;
			this.handled = events(consumer, "handled").register(registry);
			this.stale = events(consumer, "stale").register(registry);
			this.failures = Counter.builder("kehu.inbox.failures")
				.description("Batches that failed, and the parts of these that failed again")
				.tag(CONSUMER, consumer)
				.register(registry);
			this.deadLetters = Counter.builder("kehu.inbox.dead.letters")
				.description("Events that were put aside")
				.tag(CONSUMER, consumer)
				.register(registry);
			this.batches = Timer.builder("kehu.inbox.batch")
				.description("Handling a batch in one transaction")
				.tag(CONSUMER, consumer)
				.register(registry);
			this.delay = Timer.builder("kehu.inbox.delay")
				.description("From a change to its effect, for the oldest event of each batch")
				.tag(CONSUMER, consumer)
				.register(registry);
		}

		private static Counter.Builder events(String consumer, String outcome) {
			return Counter.builder("kehu.inbox.events")
				.description("Events that were handled, and those that were duplicates or outdated")
				.tag(CONSUMER, consumer)
				.tag("outcome", outcome);
		}

		String consumer() {
			return this.consumer;
		}

		void handled(List<IncomingEvent> fresh, int arrived, Duration took) {
			this.batches.record(took);
			this.handled.increment(fresh.size());
			this.stale.increment(arrived - fresh.size());
			fresh.stream()
				.map(IncomingEvent::time)
				.min(Instant::compareTo)
				.ifPresent((oldest) -> this.delay.record(Duration.between(oldest, this.clock.instant())));
		}

		void failed() {
			this.failures.increment();
		}

		void deadLetter() {
			this.deadLetters.increment();
		}

	}

}
