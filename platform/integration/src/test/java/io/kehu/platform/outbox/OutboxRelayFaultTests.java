package io.kehu.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold whatever fails: each version stands in the topic once, and in order.
 */
@WithInfrastructure(value = { Server.POSTGRES, Server.KAFKA }, dedicated = { Server.POSTGRES, Server.KAFKA })
class OutboxRelayFaultTests {

	private static EventServers servers;

	@BeforeAll
	static void start(Infrastructure infrastructure) {
		servers = new EventServers(infrastructure);
	}

	@Test
	void oneOfTwoInstancesPublishesAndTheOtherTakesOver() {
		String database = servers.freshDatabase();
		try (EventService one = new EventService(servers, "takeover", database, "kehu.outbox.standby=100ms");
				EventService other = new EventService(servers, "takeover", database, "kehu.outbox.standby=100ms");
				TopicProbe probe = new TopicProbe(servers.bootstrapServers(), one.topic())) {
			Awaitility.await().until(() -> one.leads() || other.leads());
			assertThat(one.leads() && other.leads()).isFalse();
			EventService leader = one.leads() ? one : other;
			EventService standby = one.leads() ? other : one;
			try (Writers writers = new Writers(standby, 4)) {
				writers.awaitMore(200);
				leader.close();
				Awaitility.await().until(standby::leads);
				writers.awaitMore(200);
				writers.stop();
				assertOnceAndInOrder(standby, probe);
			}
		}
	}

	@Test
	void aLeaderWhoseSessionIsCutStopsAndLosesNothing() {
		try (EventService service = new EventService(servers, "cut-session", servers.freshDatabase(),
				"kehu.outbox.standby=100ms");
				TopicProbe probe = new TopicProbe(servers.bootstrapServers(), service.topic());
				Writers writers = new Writers(service, 4)) {
			for (int i = 0; i < 5; i++) {
				writers.awaitMore(100);
				service.jdbc().queryForList("""
						select pg_terminate_backend(pid) from pg_stat_activity
						where application_name = 'kehu-outbox' and datname = current_database()""");
			}
			writers.stop();
			assertOnceAndInOrder(service, probe);
		}
	}

	@Test
	void writesGoOnWhileTheBrokerIsAwayAndEventsFollow() {
		try (EventService service = new EventService(servers, "broker-away", servers.freshDatabase());
				TopicProbe probe = new TopicProbe(servers.bootstrapServers(), service.topic());
				Writers writers = new Writers(service, 2)) {
			writers.awaitMore(100);
			servers.kafka().kill();
			try {
				writers.awaitMore(300);
			}
			finally {
				servers.kafka().start();
			}
			writers.awaitMore(100);
			writers.stop();
			assertOnceAndInOrder(service, probe);
		}
	}

	@Test
	void aServiceStartsAndWritesWhileTheBrokerIsAway() {
		servers.kafka().stop();
		String database = servers.freshDatabase();
		UUID key = UUID.randomUUID();
		try (EventService service = new EventService(servers, "started-without-broker", database)) {
			service.append(key, 1);
			assertThat(service.waiting()).isOne();
			servers.kafka().start();
			service.awaitEmptyOutbox();
			try (TopicProbe probe = new TopicProbe(servers.bootstrapServers(), service.topic())) {
				assertThat(TopicProbe.versions(probe.awaitCount(1))).isEqualTo(Map.of(key, List.of(1L)));
			}
		}
	}

	@Test
	void aBrokerThatHangsLongerThanTheTransactionLastsDoublesNothing() {
		Duration transaction = Duration.ofSeconds(3);
		try (EventService service = new EventService(servers, "broker-hangs", servers.freshDatabase(),
				"kehu.outbox.transaction-timeout=" + transaction);
				TopicProbe probe = new TopicProbe(servers.bootstrapServers(), service.topic());
				Writers writers = new Writers(service, 2)) {
			writers.awaitMore(100);
			servers.kafka().pause();
			try {
				Instant over = Instant.now().plus(transaction);
				Awaitility.await()
					.until(() -> service.bean(OutboxMetrics.class).failures() > 0 && Instant.now().isAfter(over));
			}
			finally {
				servers.kafka().resume();
			}
			writers.stop();
			assertOnceAndInOrder(service, probe);
		}
	}

	@Test
	void aServiceKilledAtAnyMomentGoesOnWhereItWas() throws Exception {
		String name = "killed";
		String database = servers.freshDatabase();
		try (EventService service = new EventService(servers, name, database, "kehu.outbox.standby=1h")) {
			Awaitility.await().until(service::leads);
		}
		killOneLeaderAfterAnother(name, database, 4);
		try (EventService service = new EventService(servers, name, database);
				TopicProbe probe = new TopicProbe(servers.bootstrapServers(), service.topic())) {
			assertThat(service.counted()).hasSize(Writers.KEYS.size());
			assertOnceAndInOrder(service, probe);
		}
	}

	/**
	 * Each leader is killed soon after it has begun to publish, and a standby takes over.
	 */
	private static void killOneLeaderAfterAnother(String name, String database, int leaders) throws Exception {
		List<Process> alive = new ArrayList<>();
		try {
			for (int i = 0; i < leaders; i++) {
				alive.add(WritingApplication.launch(servers, name, database));
			}
			while (!alive.isEmpty()) {
				Process leader = Awaitility.await()
					.atMost(Duration.ofMinutes(3))
					.until(() -> WritingApplication.leader(alive), Optional::isPresent)
					.orElseThrow();
				leader.waitFor(ThreadLocalRandom.current().nextInt(700), TimeUnit.MILLISECONDS);
				leader.destroyForcibly().waitFor();
				alive.remove(leader);
			}
		}
		finally {
			alive.forEach(Process::destroyForcibly);
		}
	}

	@Test
	void theRelayComesBackAfterTheDatabaseDid() {
		try (EventService service = new EventService(servers, "database-away", servers.freshDatabase());
				TopicProbe probe = new TopicProbe(servers.bootstrapServers(), service.topic());
				Writers writers = new Writers(service, 2)) {
			writers.awaitMore(100);
			servers.postgres().stop();
			servers.postgres().start();
			writers.awaitMore(100);
			writers.stop();
			assertOnceAndInOrder(service, probe);
		}
	}

	/** The database knows which versions there are; the topic must have just these. */
	static void assertOnceAndInOrder(EventService service, TopicProbe probe) {
		service.awaitEmptyOutbox();
		Map<UUID, Long> counted = service.counted();
		probe.awaitCount(counted.values().stream().mapToInt(Long::intValue).sum());
		Map<UUID, List<Long>> published = TopicProbe.versions(probe.readToEnd());
		assertThat(published.keySet()).isEqualTo(counted.keySet());
		counted.forEach((key, version) -> assertThat(published.get(key)).as("versions of %s", key)
			.isEqualTo(LongStream.rangeClosed(1, version).boxed().toList()));
	}

}
