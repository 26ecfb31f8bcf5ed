package io.kehu.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * Reads a topic as a partner does, from its beginning and committed records only.
 */
final class EventProbe implements AutoCloseable {

	private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();

	private final KafkaConsumer<String, byte[]> consumer;

	private final String topic;

	EventProbe(String bootstrapServers, String topic) {
		this.topic = topic;
		this.consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed", "auto.offset.reset",
						"earliest", "allow.auto.create.topics", "false", "metadata.max.age.ms", "500"),
				new StringDeserializer(), new ByteArrayDeserializer());
	}

	/** Reads on until the records satisfy the condition. */
	List<ConsumerRecord<String, byte[]>> await(Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> {
			read();
			return condition.test(this.records);
		});
		return this.records;
	}

	List<ConsumerRecord<String, byte[]>> awaitCount(int count) {
		return await((all) -> all.size() >= count);
	}

	/** Reads all that is committed now, however little comes at once. */
	List<ConsumerRecord<String, byte[]>> readToEnd() {
		read();
		Collection<TopicPartition> partitions = this.consumer.assignment();
		Map<TopicPartition, Long> end = this.consumer.endOffsets(partitions);
		while (partitions.stream().anyMatch((partition) -> this.consumer.position(partition) < end.get(partition))) {
			read();
		}
		return this.records;
	}

	private void read() {
		if (this.consumer.assignment().isEmpty()) {
			List<TopicPartition> partitions = this.consumer.partitionsFor(this.topic, Duration.ofSeconds(5))
				.stream()
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			this.consumer.assign(partitions);
		}
		if (this.consumer.assignment().isEmpty()) {
			return;
		}
		this.consumer.poll(Duration.ofMillis(100)).forEach(this.records::add);
	}

	/** The versions of each aggregate, in the order in which they stand in the topic. */
	static Map<UUID, List<Long>> versions(List<ConsumerRecord<String, byte[]>> records) {
		Map<UUID, List<Long>> versions = new HashMap<>();
		records.forEach((record) -> versions.computeIfAbsent(UUID.fromString(record.key()), (key) -> new ArrayList<>())
			.add(Long.valueOf(header(record, EventHeaders.AGGREGATE_VERSION))));
		return versions;
	}

	static String header(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
