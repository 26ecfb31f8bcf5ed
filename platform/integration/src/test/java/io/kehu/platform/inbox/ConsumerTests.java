package io.kehu.platform.inbox;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.platform.outbox.EventServers;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@WithInfrastructure({ Server.POSTGRES, Server.KAFKA })
class ConsumerTests {

	private static EventServers servers;

	/** For the tests that produce no dead letters. */
	private static EventSender customers;

	private static NameReplica replica;

	@BeforeAll
	static void start(Infrastructure infrastructure) throws Exception {
		servers = new EventServers(infrastructure);
		customers = new EventSender(servers.bootstrapServers());
		replica = new NameReplica(servers, customers.topic());
	}

	@AfterAll
	static void stop() {
		replica.close();
		customers.close();
	}

	@Test
	void handlesEachEventOnceThoughItArrivesTwice() {
		UUID key = UUID.randomUUID();
		customers.send(key, 1, "{\"name\":\"Ada\"}");
		customers.send(key, 1, "{\"name\":\"Ada\"}");
		customers.send(key, 2, "{\"name\":\"Ada Byron\"}");
		replica.awaitName(key, "Ada Byron");
		assertThat(replica.effects(key)).isEqualTo(2);
		Awaitility.await().until(() -> replica.metric("kehu.inbox.events", "outcome", "stale") >= 1);
		assertThat(replica.metric("kehu.inbox.events", "outcome", "handled")).isGreaterThanOrEqualTo(2);
		assertThat(replica.metric("kehu.inbox.delay")).isPositive();
		Awaitility.await().until(() -> replica.metric("kehu.inbox.lag") == 0);
	}

	@Test
	void twoConsumersOfOneServiceEachHandleEachEvent() {
		UUID key = UUID.randomUUID();
		customers.send(key, 1, "{\"name\":\"Ada\"}");
		replica.awaitName(key, "Ada");
		Awaitility.await().until(() -> replica.witnessed(key) == 1);
	}

	@Test
	void toleratesMissingAndUnknownFields() {
		UUID without = UUID.randomUUID();
		UUID with = UUID.randomUUID();
		customers.send(without, 1, "{}");
		customers.send(with, 1, "{\"name\":\"Ada\",\"rank\":null,\"invented\":{\"later\":[1,2]}}");
		replica.awaitName(with, "Ada");
		replica.awaitName(without, "unknown");
	}

	@Test
	void removesWhatIsErased() {
		UUID key = UUID.randomUUID();
		customers.send(key, 1, "{\"name\":\"Ada\"}");
		customers.send(key, 2, null);
		Awaitility.await().until(() -> replica.effects(key) == 2);
		assertThat(replica.names(key)).isEmpty();
	}

	@Test
	void putsAPoisonMessageAsideAndHandlesItAgainOnRequest() throws Exception {
		try (EventSender sender = new EventSender(servers.bootstrapServers())) {
			List<UUID> keys = IntStream.range(0, 20).mapToObj((index) -> UUID.randomUUID()).toList();
			keys.forEach((key) -> sender.send(key, 1,
					"{\"name\":\"%s\"}".formatted(key.equals(keys.get(7)) ? "poison" : "good")));
			try (NameReplica replica = new NameReplica(servers, sender.topic())) {
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
				assertThat(replica.metric("kehu.inbox.events", "outcome", "handled")).isEqualTo(20);
				assertThat(replica.metric("kehu.inbox.dead.letters")).isEqualTo(2);
				assertThat(replica.metric("kehu.inbox.failures")).isGreaterThan(NameReplica.RETRIES);
			}
		}
	}

	@Test
	void aDeadLetterOvertakenByANewerVersionFallsAway() throws Exception {
		try (EventSender sender = new EventSender(servers.bootstrapServers())) {
			UUID key = UUID.randomUUID();
			sender.send(key, 1, "{\"name\":\"poison\"}");
			sender.send(key, 2, "{\"name\":\"good\"}");
			try (NameReplica replica = new NameReplica(servers, sender.topic())) {
				replica.awaitName(key, "good");
				replica.cure();
				assertThat(replica.deadLetters().redrive()).isEqualTo(new DeadLetters.Redriven(1, 0));
				assertThat(replica.names(key)).containsExactly("good");
				assertThat(replica.effects(key)).isEqualTo(1);
			}
		}
	}

	@Test
	void aRecordThatIsNoEventDoesNotBlockTheLine() throws Exception {
		try (EventSender sender = new EventSender(servers.bootstrapServers())) {
			UUID key = UUID.randomUUID();
			sender.sendJunk();
			sender.send(UUID.randomUUID(), 1, "{\"name\":");
			sender.send(key, 1, "{\"name\":\"Ada\"}");
			try (NameReplica replica = new NameReplica(servers, sender.topic())) {
				replica.awaitName(key, "Ada");
				Awaitility.await().until(() -> replica.waiting() == 2);
			}
		}
	}

}
