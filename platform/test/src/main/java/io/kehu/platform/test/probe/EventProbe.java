package io.kehu.platform.test.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.kehu.platform.test.Renewable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads topics as a partner does, committed records only and from the beginning, and
 * waits for events.
 */
public final class EventProbe implements AutoCloseable, Renewable {

	private static final Duration POLL = Duration.ofMillis(50);

	private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

	private final JsonMapper json = JsonMapper.builder().build();

	private final Map<String, Object> settings;

	private KafkaConsumer<String, byte @Nullable []> consumer;

	private final List<ReceivedEvent> events = new ArrayList<>();

	private final Set<String> topics = new HashSet<>();

	private Duration patience = DEFAULT_PATIENCE;

	/**
	 * Creates a probe.
	 * @param bootstrapServers host and port of a broker
	 */
	public EventProbe(String bootstrapServers) {
		this(bootstrapServers, Map.of());
	}

	/**
	 * Creates a probe that authenticates.
	 * @param bootstrapServers host and port of a broker
	 * @param credentials the settings of a Kafka client with its credentials
	 */
	public EventProbe(String bootstrapServers, Map<String, String> credentials) {
		this.settings = new HashMap<>(credentials);
		this.settings.putAll(Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed",
				"auto.offset.reset", "earliest", "allow.auto.create.topics", "false", "metadata.max.age.ms", "1000"));
		this.consumer = connect(this.settings);
	}

	private static KafkaConsumer<String, byte @Nullable []> connect(Map<String, Object> settings) {
		return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
	}

	@Override
	public synchronized void renew() {
		this.consumer.close();
		this.consumer = connect(this.settings);
		this.events.clear();
		this.topics.clear();
		this.patience = DEFAULT_PATIENCE;
	}

	/**
	 * Sets how long to wait, 30 seconds unless said otherwise.
	 * @param newPatience the longest wait
	 * @return this probe
	 */
	public synchronized EventProbe within(Duration newPatience) {
		this.patience = newPatience;
		return this;
	}

	/**
	 * Waits for the first event of a type about an aggregate.
	 * @param topic the topic
	 * @param key the aggregate's id
	 * @param type the CloudEvents type
	 * @return the event, never null
	 * @throws AssertionError when none comes in time, with what came instead
	 */
	public synchronized ReceivedEvent await(String topic, Object key, String type) {
		List<ReceivedEvent> found = await(topic, key, "an event of type " + type,
				(all) -> all.stream().anyMatch((event) -> event.type().equals(type)));
		return found.stream().filter((event) -> event.type().equals(type)).findFirst().orElseThrow();
	}

	/**
	 * Waits until the events about an aggregate are these, in this order and no others.
	 * @param topic the topic
	 * @param key the aggregate's id
	 * @param types the CloudEvents types from the first event on
	 * @return the events, never null
	 * @throws AssertionError when others come, or not all in time
	 */
	public synchronized List<ReceivedEvent> awaitExactly(String topic, Object key, String... types) {
		List<String> expected = List.of(types);
		List<ReceivedEvent> found = await(topic, key, "the events " + expected, (all) -> all.size() >= expected.size());
		List<ReceivedEvent> all = events(topic, key);
		if (!types(all).equals(expected)) {
			throw new AssertionError("Expected for " + key + " the events " + expected + " but found " + types(all));
		}
		return found;
	}

	/**
	 * All events about an aggregate that are committed now.
	 * @param topic the topic
	 * @param key the aggregate's id
	 * @return the events in order, none when the topic does not exist
	 */
	public synchronized List<ReceivedEvent> events(String topic, Object key) {
		String wanted = key.toString();
		return events(topic).stream().filter((event) -> wanted.equals(event.key())).toList();
	}

	/**
	 * All events of a topic that are committed now.
	 * @param topic the topic
	 * @return the events, in order per key, none when the topic does not exist
	 */
	public synchronized List<ReceivedEvent> events(String topic) {
		readToEnd(topic);
		return received(topic);
	}

	@Override
	public synchronized void close() {
		this.consumer.close();
	}

	private List<ReceivedEvent> await(String topic, Object key, String what, Predicate<List<ReceivedEvent>> condition) {
		Supplier<List<ReceivedEvent>> found = () -> received(topic).stream()
			.filter((event) -> key.toString().equals(event.key()))
			.toList();
		try {
			Awaitility.await()
				.atMost(this.patience)
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(10))
				.pollInSameThread()
				.until(() -> condition.test(found.get()) || (poll(topic) && condition.test(found.get())));
			return found.get();
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("Expected on %s for %s %s within %d s but found %s".formatted(topic, key, what,
					this.patience.toSeconds(), types(found.get())), ex);
		}
	}

	private void readToEnd(String topic) {
		if (!assign(topic)) {
			return;
		}
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(this.consumer.assignment());
		while (ends.entrySet().stream().anyMatch((end) -> this.consumer.position(end.getKey()) < end.getValue())) {
			poll(topic);
		}
	}

	private boolean poll(String topic) {
		if (!assign(topic)) {
			return false;
		}
		this.consumer.poll(POLL).forEach((record) -> this.events.add(event(record)));
		return true;
	}

	/** Takes a topic's partitions as soon as it exists. */
	private boolean assign(String topic) {
		if (this.topics.contains(topic)) {
			return true;
		}
		List<PartitionInfo> partitions = this.consumer.listTopics().getOrDefault(topic, List.of());
		if (partitions.isEmpty()) {
			return false;
		}
		Set<TopicPartition> assigned = new HashSet<>(this.consumer.assignment());
		partitions.forEach((partition) -> assigned.add(new TopicPartition(topic, partition.partition())));
		this.consumer.assign(assigned);
		this.topics.add(topic);
		return true;
	}

	private List<ReceivedEvent> received(String topic) {
		return this.events.stream().filter((event) -> event.topic().equals(topic)).toList();
	}

	private ReceivedEvent event(ConsumerRecord<String, byte @Nullable []> record) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (Header header : record.headers()) {
			headers.put(header.key(),
					(header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : "");
		}
		byte[] value = record.value();
		return new ReceivedEvent(record.topic(), record.partition(), record.offset(), record.key(), headers,
				(value != null) ? this.json.readTree(value) : null);
	}

	private static List<String> types(List<ReceivedEvent> events) {
		return events.stream().map(ReceivedEvent::type).toList();
	}

}
