package io.kehu.deploy.benchmark;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Option;

/**
 * Reads events in the same way as a partner's system.
 */
final class Events {

	/** The topic with the events of customers. */
	static final String CUSTOMERS = "kehu.customers";

	@Option(names = "--kafka", defaultValue = "localhost:9092", description = "The broker (${DEFAULT-VALUE})")
	private String kafka = "localhost:9092";

	String kafka() {
		return this.kafka;
	}

	/** Returns a consumer of the events of a topic that are published from now on. */
	KafkaConsumer<String, String> fromNow(String topic) {
		KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", this.kafka,
				"isolation.level", "read_committed", "fetch.max.wait.ms", "100"), new StringDeserializer(),
				new StringDeserializer());
		consumer.assign(consumer.partitionsFor(topic)
			.stream()
			.map((partition) -> new TopicPartition(topic, partition.partition()))
			.toList());
		consumer.seekToEnd(List.of());
		consumer.assignment().forEach(consumer::position);
		return consumer;
	}

}
