package io.kehu.deploy.local.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request and what follows from it, in other processes and through Kafka, are one
 * trace.
 */
@WholeSystem
class TraceScenarioTests {

	private static final String CALLER = "00f067aa0ba902b7";

	private static final int ATTEMPTS = 5;

	@Test
	void aRequestAndTheEffectOfItsEventAreOneTrace(RunningKehu kehu) {
		List<Span> spans = spansOfARegistration(kehu);
		Map<String, Span> byId = spans.stream().collect(Collectors.toMap(Span::id, Function.identity()));
		assertThat(spans).allSatisfy((span) -> assertThat(span.parentId())
			.matches((parent) -> parent.equals(CALLER) || byId.containsKey(parent)));

		List<Span> way = wayBack(effect(spans), byId);
		assertThat(way).filteredOn((span) -> span.kind() == Span.SERVER || span.kind() == Span.CONSUMER)
			.extracting(Span::service)
			.containsExactly("order-service", "customer-service", "gateway");
		assertThat(way.get(way.size() - 1).parentId()).isEqualTo(CALLER);
	}

	/**
	 * Returns the spans of a request whose event was handled by itself: a batch of events
	 * from several requests is a trace of its own with links to theirs.
	 */
	private static List<Span> spansOfARegistration(RunningKehu kehu) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			String trace = UUID.randomUUID().toString().replace("-", "");
			List<Span> spans = kehu.spans().watch(trace);
			kehu.api()
				.with("traceparent", "00-%s-%s-01".formatted(trace, CALLER))
				.post("/api/v1/customers", Map.of("kind", "company", "name", "Windrose Trace " + trace))
				.expect(201);
			try {
				Awaitility.await()
					.atMost(Duration.ofSeconds(20))
					.until(() -> spans.stream().anyMatch(TraceScenarioTests::isEffect)
							&& spans.stream().anyMatch((span) -> span.service().equals("gateway"))
							&& spans.stream().anyMatch((span) -> span.service().equals("customer-service")));
				return List.copyOf(spans);
			}
			catch (ConditionTimeoutException ex) {
				// The next one
			}
		}
		throw new AssertionError("No event was handled in the trace of its request");
	}

	private static boolean isEffect(Span span) {
		return span.service().equals("order-service") && span.kind() == Span.CONSUMER;
	}

	private static Span effect(List<Span> spans) {
		return spans.stream().filter(TraceScenarioTests::isEffect).findFirst().orElseThrow();
	}

	/** Returns a span and those within which it happened, the first one last. */
	private static List<Span> wayBack(Span from, Map<String, Span> byId) {
		List<Span> way = new ArrayList<>();
		for (Span span = from; span != null; span = byId.get(span.parentId())) {
			way.add(span);
		}
		return way;
	}

}
