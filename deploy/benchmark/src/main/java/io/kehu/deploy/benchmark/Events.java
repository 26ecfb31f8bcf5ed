package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.util.HashMap;
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

	/**
	 * Returns the settings of a client that connects as a user of the local system.
	 */
	Map<String, Object> settings(Target target, String user) throws IOException {
		Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", this.kafka));
		settings.put("security.protocol", "SASL_PLAINTEXT");
		settings.put("sasl.mechanism", "SCRAM-SHA-256");
		settings.put("sasl.jaas.config",
				"org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
					.formatted(user, target.secret("kafka-" + user)));
		return settings;
	}

	/** Returns a consumer of the events of a topic that are published from now on. */
	KafkaConsumer<String, String> fromNow(Target target, String topic) throws IOException {
		Map<String, Object> settings = settings(target, "operator");
		settings.put("isolation.level", "read_committed");
		settings.put("fetch.max.wait.ms", "100");
		KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
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
