package io.kehu.platform.outbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import io.kehu.platform.test.probe.ReceivedEvent;
import io.kehu.platform.tracing.CurrentTrace;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@WithInfrastructure({ Server.POSTGRES, Server.KAFKA })
class OutboxTests {

	private static EventService service;

	private static TopicProbe probe;

	@BeforeAll
	static void start(Infrastructure infrastructure) {
		EventServers servers = new EventServers(infrastructure);
		service = new EventService(servers, "outbox-tests", servers.freshDatabase(), "kehu.outbox.held-for=200ms");
		probe = new TopicProbe(servers.bootstrapServers(), service.topic());
	}

	@AfterAll
	static void stop() {
		probe.close();
		service.close();
	}

	@Test
	void refusesAnEventOutsideATransaction() {
		assertThatIllegalStateException().isThrownBy(() -> service.outbox().append(service.event(UUID.randomUUID(), 1)))
			.withMessageContaining("transaction");
	}

	@Test
	void refusesATopicThatTheServiceDoesNotDeclare() {
		OutgoingEvent event = new OutgoingEvent("kehu.others", EventService.TYPE, UUID.randomUUID(), 1, Map.of());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> service.transaction().executeWithoutResult((status) -> service.outbox().append(event)))
			.withMessageContaining("kehu.others");
	}

	@Test
	void publishesNothingOfARolledBackTransaction() {
		UUID undone = UUID.randomUUID();
		UUID done = UUID.randomUUID();
		service.transaction().executeWithoutResult((status) -> {
			service.outbox().append(service.event(undone, 1));
			status.setRollbackOnly();
		});
		service.append(done, 1);
		assertThat(TopicProbe.versions(awaitKey(done))).doesNotContainKey(undone);
	}

	@Test
	void publishesCloudEventsInBinaryMode() {
		UUID key = UUID.randomUUID();
		service.bean(CurrentTrace.class)
			.follow(List.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), "test",
					() -> service.append(key, 7));
		ReceivedEvent event = eventsOf(key, 1).get(0);
		assertThat(event.json()).hasToString("{\"count\":7}");
		Map<String, String> headers = new TreeMap<>(event.headers());
		assertThat(UUID.fromString(headers.remove("ce_id")).version()).isEqualTo(7);
		assertThat(headers.remove("ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
		assertThat(headers.remove("traceparent")).matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01");
		assertThat(headers).containsExactlyInAnyOrderEntriesOf(Map.of("ce_specversion", "1.0", "ce_source",
				"/kehu/outbox-tests", "ce_type", EventService.TYPE, "ce_subject", key.toString(), "ce_dataschema",
				"urn:kehu:event:counter.v1", "ce_aggregateversion", "7", "content-type", "application/json"));
	}

	@Test
	void retiresAKeyWithATombstone() {
		UUID key = UUID.randomUUID();
		service.append(key, 1);
		service.transaction()
			.executeWithoutResult((status) -> service.outbox()
				.append(OutgoingEvent.tombstone(service.topic(), "io.kehu.counter.erased.v1", key, 2)));
		ReceivedEvent tombstone = eventsOf(key, 2).get(1);
		assertThat(tombstone.value()).isNull();
		assertThat(tombstone.headers()).containsEntry("ce_type", "io.kehu.counter.erased.v1")
			.doesNotContainKeys("ce_dataschema", "content-type");
	}

	@Test
	void keepsTheOrderOfEventsAppendedTogether() {
		UUID key = UUID.randomUUID();
		List<OutgoingEvent> events = LongStream.rangeClosed(1, 700)
			.mapToObj((version) -> service.event(key, version))
			.toList();
		service.transaction().executeWithoutResult((status) -> service.outbox().appendAll(events));
		assertThat(TopicProbe.versions(eventsOf(key, 700)).get(key)).isSorted().hasSize(700);
	}

	@Test
	void publishesAnEventThatIsCommittedAfterLaterOnes() {
		UUID early = UUID.randomUUID();
		UUID late = UUID.randomUUID();
		CountDownLatch appended = new CountDownLatch(1);
		CountDownLatch overtaken = new CountDownLatch(1);
		CompletableFuture<Void> slow = CompletableFuture
			.runAsync(() -> service.transaction().executeWithoutResult((status) -> {
				service.outbox().append(service.event(early, 1));
				appended.countDown();
				await(overtaken);
			}));
		await(appended);
		service.append(late, 1);
		assertThat(TopicProbe.versions(awaitKey(late))).doesNotContainKey(early);
		service.awaitEmptyOutbox();
		overtaken.countDown();
		slow.join();
		assertThat(TopicProbe.versions(awaitKey(early)).get(early)).containsExactly(1L);
	}

	@Test
	void holdsWhatKafkaRefusesAndItsFollowersButNothingElse() {
		UUID refused = UUID.randomUUID();
		UUID other = UUID.randomUUID();
		service.transaction()
			.executeWithoutResult((status) -> service.outbox()
				.appendAll(List.of(
						new OutgoingEvent(service.topic(), EventService.TYPE, refused, 1,
								Map.of("much", "x".repeat(2_000_000))),
						service.event(refused, 2), service.event(other, 1))));
		assertThat(TopicProbe.versions(awaitKey(other))).doesNotContainKey(refused);
		Awaitility.await().until(() -> attempts(refused) >= 2);
		assertThat(TopicProbe.versions(probe.readToEnd())).doesNotContainKey(refused);

		service.jdbc().update("delete from outbox where key = ? and version = 1", refused);

		assertThat(TopicProbe.versions(awaitKey(refused)).get(refused)).containsExactly(2L);
		assertThat(TopicProbe.versions(probe.readToEnd()).get(other)).containsExactly(1L);
	}

	private static int attempts(UUID key) {
		return service.jdbc()
			.queryForObject("select attempts from outbox where key = ? and version = 1", Integer.class, key);
	}

	private static List<ReceivedEvent> awaitKey(UUID key) {
		return probe.await((all) -> all.stream().anyMatch((event) -> event.key().equals(key.toString())));
	}

	private static List<ReceivedEvent> eventsOf(UUID key, int count) {
		return probe.await((all) -> all.stream().filter((event) -> event.key().equals(key.toString())).count() >= count)
			.stream()
			.filter((event) -> event.key().equals(key.toString()))
			.toList();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
