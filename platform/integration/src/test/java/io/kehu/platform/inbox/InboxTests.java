package io.kehu.platform.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.outbox.EventServers;
import io.kehu.platform.outbox.EventsApplication;
import io.kehu.platform.test.Together;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@WithInfrastructure({ Server.POSTGRES, Server.KAFKA })
class InboxTests {

	private static ConfigurableApplicationContext service;

	private final UUID key = UUID.randomUUID();

	@BeforeAll
	static void start(Infrastructure infrastructure) {
		EventServers servers = new EventServers(infrastructure);
		service = EventsApplication.start("inbox-tests", servers.freshDatabase(), servers.bootstrapServers());
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void refusesAClaimOutsideATransaction() {
		assertThatIllegalStateException().isThrownBy(() -> inbox().claim("one", event(1)))
			.withMessageContaining("transaction");
	}

	@Test
	void givesAnEventToEachConsumerOnce() {
		assertThat(claim("one", event(1))).isTrue();
		assertThat(claim("one", event(1))).isFalse();
		assertThat(claim("other", event(1))).isTrue();
	}

	@Test
	void letsStaleVersionsFallAway() {
		assertThat(claim("one", event(3))).isTrue();
		assertThat(claim("one", event(2))).isFalse();
		assertThat(claim("one", event(4))).isTrue();
	}

	@Test
	void keepsVersionsOfOneKeyInTwoTopicsApart() {
		assertThat(claim("one", event("kehu.a", 5))).isTrue();
		assertThat(claim("one", event("kehu.b", 1))).isTrue();
	}

	@Test
	void forgetsTheClaimOfARolledBackTransaction() {
		transaction().executeWithoutResult((status) -> {
			assertThat(inbox().claim("one", event(1))).isTrue();
			status.setRollbackOnly();
		});
		assertThat(claim("one", event(1))).isTrue();
	}

	@Test
	void claimsWhatIsNewInABatchInItsOrder() {
		claim("one", event(2));
		List<Long> fresh = transaction().execute((status) -> inbox()
			.claimAll("one", List.of(event(1), event(2), event(3), event(3), event(5), event(4), event(6)))
			.stream()
			.map(IncomingEvent::version)
			.toList());
		assertThat(fresh).containsExactly(3L, 5L, 6L);
		assertThat(claim("one", event(6))).isFalse();
	}

	@Test
	void givesAnEventThatArrivesManyTimesAtOnceToOneOnly() {
		assertThat(Together.run(8, (index) -> claim("one", event(1)))).containsOnlyOnce(true);
	}

	private Inbox inbox() {
		return service.getBean(Inbox.class);
	}

	private TransactionTemplate transaction() {
		return new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
	}

	private boolean claim(String consumer, IncomingEvent event) {
		return Boolean.TRUE.equals(transaction().execute((status) -> inbox().claim(consumer, event)));
	}

	private IncomingEvent event(long version) {
		return event("kehu.inbox", version);
	}

	private IncomingEvent event(String topic, long version) {
		return new IncomingEvent(new IncomingEvent.Metadata(UUID.randomUUID(), topic, "io.kehu.counter.counted.v1",
				this.key, version, Instant.EPOCH), null, JsonMapper.shared());
	}

}
