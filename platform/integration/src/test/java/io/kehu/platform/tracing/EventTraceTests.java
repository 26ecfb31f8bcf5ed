package io.kehu.platform.tracing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.kehu.platform.inbox.EventConsumer;
import io.kehu.platform.inbox.IncomingEvent;
import io.kehu.platform.outbox.EventServers;
import io.kehu.platform.outbox.EventsApplication;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import io.kehu.platform.trace.TraceParent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@WithInfrastructure({ Server.POSTGRES, Server.KAFKA })
class EventTraceTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String PLACE = "00-" + TRACE + "-00f067aa0ba902b7-00";

	@Test
	void aTraceGoesOnThroughOutboxAndKafkaToTheConsumerAndItsLog(Infrastructure infrastructure) {
		EventServers servers = new EventServers(infrastructure);
		try (ConfigurableApplicationContext service = EventsApplication.start("traced", servers.freshDatabase(),
				servers.bootstrapServers(), Consumers.class, "kehu.outbox.topics=kehu.traced")) {
			CurrentTrace trace = service.getBean(CurrentTrace.class);
			UUID followed = UUID.randomUUID();
			trace.follow(List.of(PLACE), "request", () -> append(service, followed));
			Consumed consumed = service.getBean(Listener.class).await(followed);
			assertThat(consumed.place().traceId()).isEqualTo(TRACE);
			assertThat(consumed.place().sampled()).isFalse();
			assertThat(consumed.logged()).isEqualTo(TRACE);
			UUID alone = UUID.randomUUID();
			append(service, alone);
			assertThat(service.getBean(Listener.class).await(alone).place().traceId()).isNotEqualTo(TRACE)
				.matches("[0-9a-f]{32}");
		}
	}

	@Test
	void eventsOfSeveralTracesAreHandledInOneOfTheirOwn(Infrastructure infrastructure) {
		EventServers servers = new EventServers(infrastructure);
		try (ConfigurableApplicationContext service = EventsApplication.start("mixed", servers.freshDatabase(),
				servers.bootstrapServers(), "kehu.outbox.topics=kehu.mixed")) {
			CurrentTrace trace = service.getBean(CurrentTrace.class);
			trace.follow(Arrays.asList(PLACE, PLACE, null, "nonsense"), "batch",
					() -> assertThat(trace.place().traceId()).isEqualTo(TRACE));
			trace.follow(List.of(PLACE, TraceParent.begin().header()), "batch",
					() -> assertThat(trace.place().traceId()).isNotEqualTo(TRACE));
			assertThat(MDC.get("traceId")).isNull();
		}
	}

	private static void append(ConfigurableApplicationContext service, UUID key) {
		new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> service.getBean(Outbox.class)
				.append(new OutgoingEvent("kehu.traced", "io.kehu.counter.counted.v1", key, 1, Map.of("count", 1))));
	}

	@Configuration(proxyBeanMethods = false)
	static class Consumers {

		@Bean
		Listener listener(CurrentTrace trace) {
			return new Listener(trace, new CopyOnWriteArrayList<>());
		}

	}

	record Listener(CurrentTrace trace, List<Consumed> seen) implements EventConsumer {

		@Override
		public String name() {
			return "listener";
		}

		@Override
		public Set<String> topics() {
			return Set.of("kehu.traced");
		}

		@Override
		public void accept(List<IncomingEvent> events) {
			events.forEach((event) -> this.seen.add(new Consumed(event.key(), this.trace.place(), MDC.get("traceId"))));
		}

		Consumed await(UUID key) {
			Awaitility.await().until(() -> this.seen.stream().anyMatch((consumed) -> consumed.key().equals(key)));
			return this.seen.stream().filter((consumed) -> consumed.key().equals(key)).findFirst().orElseThrow();
		}

	}

	record Consumed(UUID key, TraceParent place, String logged) {
	}

}
