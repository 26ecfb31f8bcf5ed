package io.kehu.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.platform.outbox.EventHeaders;
import io.kehu.platform.outbox.EventServers;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@WithInfrastructure(value = { Server.POSTGRES, Server.KAFKA }, dedicated = { Server.POSTGRES, Server.KAFKA })
class ConsumerTests {

	private static final String TYPE = "io.kehu.customer.registered.v1";

	private static EventServers servers;

	private final String service = "consumer-" + UUID.randomUUID();

	private final String topic = "kehu." + this.service;

	private KafkaProducer<String, byte[]> producer;

	@BeforeAll
	static void start(Infrastructure infrastructure) {
		servers = new EventServers(infrastructure);
	}

	@BeforeEach
	void prepare() throws Exception {
		Map<String, Object> settings = Map.of("bootstrap.servers", servers.bootstrapServers());
		try (Admin admin = Admin.create(settings)) {
			admin.createTopics(List.of(new NewTopic(this.topic, 1, (short) 1))).all().get();
		}
		this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
	}

	@AfterEach
	void close() {
		this.producer.close();
	}

	@Test
	void handlesEachEventOnceThoughItArrivesTwice() {
		UUID key = UUID.randomUUID();
		send(key, 1, "{\"name\":\"Ada\"}");
		send(key, 1, "{\"name\":\"Ada\"}");
		send(key, 2, "{\"name\":\"Ada Byron\"}");
		try (NameReplica replica = replica()) {
			replica.awaitName(key, "Ada Byron");
			assertThat(replica.effects(key)).isEqualTo(2);
		}
	}

	@Test
	void twoConsumersOfOneServiceEachHandleEachEvent() {
		UUID key = UUID.randomUUID();
		send(key, 1, "{\"name\":\"Ada\"}");
		try (NameReplica replica = replica()) {
			replica.awaitName(key, "Ada");
			Awaitility.await().until(() -> replica.witnessed(key) == 1);
		}
	}

	@Test
	void toleratesMissingAndUnknownFields() {
		UUID without = UUID.randomUUID();
		UUID with = UUID.randomUUID();
		send(without, 1, "{}");
		send(with, 1, "{\"name\":\"Ada\",\"rank\":null,\"invented\":{\"later\":[1,2]}}");
		try (NameReplica replica = replica()) {
			replica.awaitName(with, "Ada");
			replica.awaitName(without, "unknown");
		}
	}

	@Test
	void removesWhatIsErased() {
		UUID key = UUID.randomUUID();
		send(key, 1, "{\"name\":\"Ada\"}");
		send(key, 2, null);
		try (NameReplica replica = replica()) {
			Awaitility.await().until(() -> replica.effects(key) == 2);
			assertThat(replica.names(key)).isEmpty();
		}
	}

	@Test
	void putsAPoisonMessageAsideAndHandlesItAgainOnRequest() {
		List<UUID> keys = IntStream.range(0, 20).mapToObj((index) -> UUID.randomUUID()).toList();
		keys.forEach((key) -> send(key, 1, "{\"name\":\"%s\"}".formatted(key.equals(keys.get(7)) ? "poison" : "good")));
		try (NameReplica replica = replica()) {
			replica.awaitName(keys.get(19), "good");
			assertThat(keys.stream().filter((key) -> replica.effects(key) == 1)).hasSize(19);
			assertThat(replica.names(keys.get(7))).isEmpty();
			Awaitility.await().until(() -> replica.waiting() == 1);

			assertThat(replica.deadLetters().redrive()).isEqualTo(new DeadLetters.Redriven(0, 1));
			assertThat(replica.waiting()).isEqualTo(1);

			replica.cure();
			assertThat(replica.deadLetters().redrive()).isEqualTo(new DeadLetters.Redriven(1, 0));
			assertThat(replica.waiting()).isZero();
			assertThat(replica.names(keys.get(7))).containsExactly("poison");
		}
	}

	@Test
	void aDeadLetterOvertakenByANewerVersionFallsAway() {
		UUID key = UUID.randomUUID();
		send(key, 1, "{\"name\":\"poison\"}");
		send(key, 2, "{\"name\":\"good\"}");
		try (NameReplica replica = replica()) {
			replica.awaitName(key, "good");
			replica.cure();
			assertThat(replica.deadLetters().redrive()).isEqualTo(new DeadLetters.Redriven(1, 0));
			assertThat(replica.names(key)).containsExactly("good");
			assertThat(replica.effects(key)).isEqualTo(1);
		}
	}

	@Test
	void aRecordThatIsNoEventDoesNotBlockTheLine() {
		UUID key = UUID.randomUUID();
		this.producer.send(new ProducerRecord<>(this.topic, "no uuid", new byte[] { 0, 1, 2 }));
		send(UUID.randomUUID(), 1, "{\"name\":");
		send(key, 1, "{\"name\":\"Ada\"}");
		try (NameReplica replica = replica()) {
			replica.awaitName(key, "Ada");
			Awaitility.await().until(() -> replica.waiting() == 2);
		}
	}

	@Test
	void waitsForTheDatabaseRatherThanGivingUp() {
		UUID before = UUID.randomUUID();
		UUID after = UUID.randomUUID();
		send(before, 1, "{\"name\":\"Ada\"}");
		try (NameReplica replica = replica()) {
			replica.awaitName(before, "Ada");
			servers.postgres().stop();
			try {
				send(after, 1, "{\"name\":\"Grace\"}");
				int attempts = replica.attempts();
				Awaitility.await().during(Duration.ofSeconds(3)).until(() -> replica.attempts() == attempts);
			}
			finally {
				servers.postgres().start();
			}
			replica.awaitName(after, "Grace");
			assertThat(replica.waiting()).isZero();
		}
	}

	@Test
	void beginsWhenTheBrokerComes() {
		servers.kafka().stop();
		try (NameReplica replica = replica()) {
			servers.kafka().start();
			UUID key = UUID.randomUUID();
			send(key, 1, "{\"name\":\"Ada\"}");
			replica.awaitName(key, "Ada");
		}
	}

	private NameReplica replica() {
		return new NameReplica(servers, this.service, this.topic);
	}

	private void send(UUID key, long version, @Nullable String data) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(this.topic, key.toString(),
				(data != null) ? bytes(data) : null);
		Map.of(EventHeaders.ID, new UUID(key.getMostSignificantBits(), version).toString(), EventHeaders.TYPE, TYPE,
				EventHeaders.SUBJECT, key.toString(), EventHeaders.AGGREGATE_VERSION, Long.toString(version),
				EventHeaders.TIME, "2026-01-01T00:00:00Z")
			.forEach((name, value) -> record.headers().add(name, bytes(value)));
		this.producer.send(record);
		this.producer.flush();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
