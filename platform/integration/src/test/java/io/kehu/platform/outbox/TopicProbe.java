package io.kehu.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.awaitility.Awaitility;

/**
 * Reads all events of one topic, of any type, as a partner would.
 */
final class TopicProbe implements AutoCloseable {

	private final EventProbe events;

	private final String topic;

	TopicProbe(String bootstrapServers, String topic) {
		this.events = new EventProbe(bootstrapServers);
		this.topic = topic;
	}

	/** Continues to read until the events satisfy the condition. */
	List<ReceivedEvent> await(Predicate<List<ReceivedEvent>> condition) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(20))
			.until(this::readToEnd, condition);
	}

	List<ReceivedEvent> awaitCount(int count) {
		return await((all) -> all.size() >= count);
	}

	/** Reads all events that have been committed so far. */
	List<ReceivedEvent> readToEnd() {
		return this.events.events(this.topic);
	}

	/** Returns the versions of each aggregate, in the order of the topic. */
	static Map<UUID, List<Long>> versions(List<ReceivedEvent> events) {
		Map<UUID, List<Long>> versions = new HashMap<>();
		events.forEach((event) -> versions.computeIfAbsent(UUID.fromString(event.key()), (key) -> new ArrayList<>())
			.add(Long.valueOf(event.headers().get(EventHeaders.AGGREGATE_VERSION))));
		return versions;
	}

	@Override
	public void close() {
		this.events.close();
	}

}
