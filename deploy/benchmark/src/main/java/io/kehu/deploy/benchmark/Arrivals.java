package io.kehu.deploy.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * The times at which the events of a run arrived, their requests were answered and the
 * changes were made.
 */
final class Arrivals {

	private final String run;

	private final Figures sinceChange = new Figures();

	private final Map<String, Instant> answers = new ConcurrentHashMap<>();

	private final Map<String, Instant> arrivals = new ConcurrentHashMap<>();

	Arrivals(String run) {
		this.run = run;
	}

	String run() {
		return this.run;
	}

	void answered(String name) {
		this.answers.put(name, Instant.now());
	}

	void note(ConsumerRecord<String, String> event) {
		if (event.value() != null && event.value().contains(this.run)) {
			Instant now = Instant.now();
			JsonNode customer = Target.JSON.readTree(event.value());
			Instant changed = Instant.parse(customer.get("updatedAt").asString());
			this.sinceChange.add(Duration.between(changed, now).toNanos());
			this.arrivals.put(customer.get("name").asString(), now);
		}
	}

	int count() {
		return this.sinceChange.count();
	}

	Figures sinceChange() {
		return this.sinceChange;
	}

	/** Returns zero for an event that arrived before the response. */
	Figures sinceAnswer() {
		Figures figures = new Figures();
		this.arrivals.forEach((name, arrival) -> {
			Instant answer = this.answers.getOrDefault(name, arrival);
			figures.add(Math.max(0, Duration.between(answer, arrival).toNanos()));
		});
		return figures;
	}

}
