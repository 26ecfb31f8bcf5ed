package io.kehu.platform.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaServerTests {

	private static final KafkaServer SERVER = new KafkaServer(ServerSettings.forTests());

	@BeforeAll
	static void start() {
		SERVER.start();
	}

	@AfterAll
	static void close() {
		SERVER.close();
	}

	@Test
	void deliversCommittedAndDropsAbortedTransactions() throws ExecutionException, InterruptedException {
		createTopic("transactions");
		Map<String, Object> settings = Map.of("bootstrap.servers", SERVER.bootstrapServers(), "transactional.id",
				"test");
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new StringSerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			producer.send(new ProducerRecord<>("transactions", "key", "aborted"));
			producer.flush();
			producer.abortTransaction();
			producer.beginTransaction();
			producer.send(new ProducerRecord<>("transactions", "key", "committed"));
			producer.commitTransaction();
		}
		assertThat(firstRecord("transactions")).isEqualTo("committed");
	}

	@Test
	void doesNotCreateTopicsAutomatically() {
		try (Admin admin = admin()) {
			assertThatThrownBy(() -> admin.describeTopics(Set.of("unknown")).allTopicNames().get())
				.hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
		}
	}

	@Test
	void keepsAcknowledgedTopicsWhenKilled() throws ExecutionException, InterruptedException {
		createTopic("kept");
		SERVER.kill();
		SERVER.start();
		try (Admin admin = admin()) {
			assertThat(admin.listTopics().names().get()).contains("kept");
		}
	}

	private static String firstRecord(String topic) {
		Map<String, Object> settings = Map.of("bootstrap.servers", SERVER.bootstrapServers(), "group.id", "test",
				"auto.offset.reset", "earliest", "isolation.level", "read_committed");
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new StringDeserializer())) {
			consumer.subscribe(List.of(topic));
			for (int poll = 0; poll < 300; poll++) {
				for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
					return record.value();
				}
			}
		}
		throw new AssertionError("No record arrived");
	}

	private static void createTopic(String name) throws ExecutionException, InterruptedException {
		try (Admin admin = admin()) {
			admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
		}
	}

	private static Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", SERVER.bootstrapServers()));
	}

}
