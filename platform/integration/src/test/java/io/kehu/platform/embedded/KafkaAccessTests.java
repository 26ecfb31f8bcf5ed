package io.kehu.platform.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A broker with users: each topic has one writer, and strangers get nowhere.
 */
class KafkaAccessTests {

	private static final KafkaServer SERVER = new KafkaServer(ServerSettings.forTests(),
			new KafkaAccess("internal",
					List.of(new KafkaUser("orders", "secret").writing(List.of("kehu.orders"))
						.owning("kehu.outbox.orders")
						.committing("outbox-orders"),
							new KafkaUser("customers", "secret").reading(List.of("kehu.orders"))
								.joining("customers.")
								.owning("kehu.orders.customers."))));

	@BeforeAll
	static void start() throws ExecutionException, InterruptedException {
		SERVER.start();
		try (Admin admin = Admin.create(as("orders", "secret"))) {
			admin.createTopics(List.of(new NewTopic("kehu.orders", 1, (short) 1))).all().get();
		}
	}

	@AfterAll
	static void close() {
		SERVER.close();
	}

	@Test
	void theOwnerWritesInTransactionsAndTheReaderReads() throws Exception {
		Map<String, Object> settings = as("orders", "secret");
		settings.put("transactional.id", "outbox-orders");
		try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			producer.send(new ProducerRecord<>("kehu.orders", "key", "placed"));
			producer.commitTransaction();
		}
		Map<String, Object> reading = as("customers", "secret");
		reading.putAll(Map.of("group.id", "customers.figures", "auto.offset.reset", "earliest", "isolation.level",
				"read_committed"));
		try (var consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
			consumer.subscribe(List.of("kehu.orders"));
			boolean read = false;
			for (int poll = 0; poll < 300 && !read; poll++) {
				read = !consumer.poll(Duration.ofMillis(200)).isEmpty();
			}
			assertThat(read).isTrue();
		}
	}

	@Test
	void othersCannotWriteNorTakeOverItsTransactions() {
		assertThatThrownBy(() -> write(as("customers", "secret"), "kehu.orders"))
			.hasCauseInstanceOf(TopicAuthorizationException.class);
		Map<String, Object> settings = as("customers", "secret");
		settings.put("transactional.id", "outbox-orders");
		try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
			assertThatThrownBy(producer::initTransactions).isInstanceOf(AuthorizationException.class);
		}
	}

	@Test
	void aServiceKeepsItsDeadLettersOnly() throws Exception {
		try (Admin admin = Admin.create(as("customers", "secret"))) {
			admin.createTopics(List.of(new NewTopic("kehu.orders.customers.figures.dlt", 1, (short) 1))).all().get();
			assertThatThrownBy(
					() -> admin.createTopics(List.of(new NewTopic("kehu.payments", 1, (short) 1))).all().get())
				.hasCauseInstanceOf(AuthorizationException.class);
			assertThat(admin.listTopics().names().get()).contains("kehu.orders").doesNotContain("kehu.outbox.orders");
		}
		write(as("customers", "secret"), "kehu.orders.customers.figures.dlt");
	}

	@Test
	void groupsBelongToTheirService() {
		Map<String, Object> settings = as("customers", "secret");
		settings.put("group.id", "orders.replica");
		try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
			consumer.subscribe(List.of("kehu.orders"));
			assertThatThrownBy(() -> {
				for (int poll = 0; poll < 100; poll++) {
					consumer.poll(Duration.ofMillis(200));
				}
			}).isInstanceOf(GroupAuthorizationException.class);
		}
	}

	@Test
	void strangersAreRefused() {
		assertThatThrownBy(() -> topics(as("orders", "guessed"))).hasCauseInstanceOf(SaslAuthenticationException.class);
		assertThatThrownBy(() -> topics(as("nobody", "secret"))).hasCauseInstanceOf(SaslAuthenticationException.class);
		Map<String, Object> anonymous = new HashMap<>(Map.of("bootstrap.servers", SERVER.bootstrapServers(),
				"request.timeout.ms", "1000", "default.api.timeout.ms", "2000"));
		assertThatThrownBy(() -> topics(anonymous)).hasCauseInstanceOf(TimeoutException.class);
	}

	private static Set<String> topics(Map<String, Object> settings) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(settings)) {
			return admin.listTopics().names().get();
		}
	}

	private static void write(Map<String, Object> settings, String topic) throws Exception {
		try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
			producer.send(new ProducerRecord<>(topic, "key", "forged")).get();
		}
	}

	private static Map<String, Object> as(String user, String password) {
		Map<String, Object> settings = new HashMap<>(KafkaAccess.client(user, password));
		settings.put("bootstrap.servers", SERVER.bootstrapServers());
		return settings;
	}

}
