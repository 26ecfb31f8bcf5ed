package io.kehu.order.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Orders when customer-service merges their customers.
 */
class OrderMergeTests extends CustomerEventFixture {

	@Autowired
	private OrderMoves moves;

	private UUID registered(String name) {
		UUID id = UUID.randomUUID();
		publish(customerEvent("registered", id, 0, name));
		awaitReplica(id, name, false);
		return id;
	}

	private static ObjectNode merged(UUID id, long version, UUID survivor) {
		ObjectNode data = EventContract.sampleOf("customer-service", "io.kehu.customer.merged.v1");
		return data.put("id", id.toString())
			.put("version", version)
			.put("name", "Merged")
			.put("mergedInto", survivor.toString())
			.put("deletedAt", Instant.now().toString());
	}

	private static ObjectNode unmerged(UUID id, long version) {
		ObjectNode data = EventContract.sampleOf("customer-service", "io.kehu.customer.unmerged.v1");
		return data.put("id", id.toString()).put("version", version).put("name", "Unmerged");
	}

	private String orderOf(UUID of) {
		return this.http.post(PATH, body(of, "\"orderDate\": \"2026-01-01\"")).expect(201).header("Location");
	}

	private void awaitCustomer(String order, UUID expected) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.get(order).expect(200).json().get("customerId").asString())
				.isEqualTo(expected.toString()));
	}

	/** Moves orders as soon as an event has arrived, not only once a second. */
	private void moveUntil(String order, UUID expected) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			this.moves.moveAll();
			assertThat(this.http.get(order).expect(200).json().get("customerId").asString())
				.isEqualTo(expected.toString());
		});
	}

	@Test
	void followTheirCustomerAndComeBack() {
		UUID survivor = registered("Survivor");
		UUID gone = registered("Gone");
		String own = orderOf(survivor);
		String first = orderOf(gone);
		String completed = orderOf(gone);
		String quote = this.http
			.post("/api/v1/quotes",
					"{\"customerId\": \"%s\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 1}]}".formatted(gone,
							this.sku))
			.expect(201)
			.header("Location");
		step(quote, "*", "send").expect(200);
		HttpAnswer confirmed = step(completed, "\"0\"", "confirm").expect(200);
		step(completed, confirmed.etag(), "complete").expect(200);
		publish(merged(gone, 1, survivor));
		awaitCustomer(first, survivor);
		awaitCustomer(completed, survivor);
		awaitCustomer(quote, survivor);
		String id = first.substring(first.lastIndexOf('/') + 1);
		JsonNode event = this.events
			.awaitExactly("kehu.orders", id, "io.kehu.order.placed.v1", "io.kehu.order.changed.v1")
			.get(1)
			.json();
		assertThat(event.get("customerId").asString()).isEqualTo(survivor.toString());
		JsonNode line = this.http.get(first + "/history").expect(200).json().at("/items/1");
		assertThat(line.get("actor").asString()).isEqualTo("system");
		assertThat(line.at("/changes/0/field").asString()).isEqualTo("customerId");
		publish(unmerged(gone, 2));
		awaitCustomer(first, gone);
		awaitCustomer(completed, gone);
		awaitCustomer(quote, gone);
		awaitCustomer(own, survivor);
		this.events.awaitExactly("kehu.orders", id, "io.kehu.order.placed.v1", "io.kehu.order.changed.v1",
				"io.kehu.order.changed.v1");
	}

	@Test
	void followThroughSeveralMergesWhateverTheOrderOfTheirEvents() {
		UUID last = registered("Last");
		UUID middle = registered("Middle");
		UUID first = registered("First");
		String order = orderOf(first);
		publish(merged(middle, 1, last));
		publish(merged(first, 1, middle));
		moveUntil(order, last);
		publish(unmerged(first, 2));
		awaitReplica(first, "Unmerged", false);
		publish(unmerged(middle, 2));
		moveUntil(order, first);
	}

	@Test
	void areForTheSurvivorWhenTheyNameAMergedCustomer() {
		UUID survivor = registered("Survivor");
		UUID gone = registered("Gone");
		publish(merged(gone, 1, survivor));
		awaitReplica(gone, "Merged", true);
		int calls = CUSTOMERS.calls();
		moveUntil(orderOf(gone), survivor);
		assertThat(CUSTOMERS.calls()).isEqualTo(calls);
		publish(unmerged(gone, 2));
		awaitReplica(gone, "Unmerged", false);
		moveUntil(orderOf(gone), gone);
	}

	@Test
	void areForTheSurvivorThatCustomerServiceLeadsTo() {
		UUID survivor = CUSTOMERS.customer("erp", UUID.randomUUID().toString());
		UUID gone = CUSTOMERS.merged(survivor);
		moveUntil(orderOf(gone), survivor);
	}

	@Test
	void doNotComeBackFromAnotherCustomer() {
		UUID survivor = registered("Survivor");
		UUID gone = registered("Gone");
		UUID another = registered("Another");
		String order = orderOf(gone);
		String staying = orderOf(gone);
		publish(merged(gone, 1, survivor));
		moveUntil(order, survivor);
		moveUntil(staying, survivor);
		this.http.patch(order, "*", "{\"customerId\": \"%s\"}".formatted(another)).expect(200);
		publish(unmerged(gone, 2));
		moveUntil(staying, gone);
		moveUntil(order, another);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc.queryForList("select 1 from order_move where from_customer = ?", gone).isEmpty());
	}

	@Test
	void followInChunksAndLateOnesToo() {
		UUID survivor = registered("Survivor");
		UUID gone = registered("Gone");
		int many = OrderMoves.CHUNK * 2 + 1;
		String lines = IntStream.range(0, many)
			.mapToObj((i) -> body(gone, "\"clientOrderNumber\": \"%s\"".formatted(UUID.randomUUID())))
			.collect(Collectors.joining("\n"));
		List<JsonNode> loaded = this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(lines))
			.expect(200)
			.lines();
		assertThat(loaded).allSatisfy((line) -> assertThat(line.get("status").asString()).isEqualTo("created"));
		publish(merged(gone, 1, survivor));
		await().atMost(Duration.ofSeconds(60)).until(() -> count(survivor) == many);
		assertThat(count(gone)).isZero();
		// An order that was being taken when the merge came in
		String late = orderOf(survivor);
		UUID id = UUID.fromString(late.substring(late.lastIndexOf('/') + 1));
		this.jdbc.update("update orders set customer_id = ? where id = ?", gone, id);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc.update("update customer_move set due_at = now() where customer_id = ? and looks = 1",
					gone) == 1);
		this.moves.moveAll();
		moveUntil(late, survivor);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc.queryForList("select 1 from customer_move where customer_id = ?", gone).isEmpty());
	}

	private int count(UUID of) {
		return this.http.get(PATH + "?count=true&limit=1&customerId=" + of).expect(200).json().get("total").asInt();
	}

}
