package io.kehu.deploy.local.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The events that a step is declared to cause. The step fails if one is missing or
 * another one arrives.
 */
final class ExpectedEvents {

	private static final List<String> TOPICS = List.of("kehu.customers", "kehu.products", "kehu.orders");

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final EventProbe probe;

	private final List<String> expected;

	ExpectedEvents(EventProbe probe, List<String> expected) {
		this.probe = probe;
		this.expected = expected.stream().sorted().toList();
	}

	/** Runs the step and waits for its events. */
	<T> T when(Supplier<T> step) {
		Map<String, Integer> before = new HashMap<>();
		TOPICS.forEach((topic) -> before.put(topic, this.probe.events(topic).size()));
		T result = step.get();
		List<String> seen = new ArrayList<>();
		Awaitility.await("events " + this.expected).atMost(PATIENCE).pollInSameThread().untilAsserted(() -> {
			seen.clear();
			TOPICS.forEach((topic) -> {
				List<ReceivedEvent> all = this.probe.events(topic);
				all.subList(before.getOrDefault(topic, 0), all.size()).forEach((event) -> seen.add(event.type()));
			});
			assertThat(seen).hasSizeGreaterThanOrEqualTo(this.expected.size());
		});
		assertThat(seen.stream().sorted().toList()).as("the events of this step").isEqualTo(this.expected);
		return result;
	}

}
