package io.kehu.order.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.order.CustomerServiceStandIn;
import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@KehuIntegrationTest(properties = "kehu.outbox.topics=kehu.products,kehu.orders,kehu.customers")
class OrderCustomerTests extends OrderFixture {

	@Autowired
	private Infrastructure infrastructure;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void isKnownFromItsEventsWithoutACall() {
		UUID id = UUID.randomUUID();
		publish(customer("registered", id, 0, "Replicated"));
		publish(customer("changed", id, 1, "Replicated anew"));
		awaitReplica(id, "Replicated anew", false);
		int calls = CUSTOMERS.calls();
		this.http.post(PATH, body(id, "\"orderDate\": \"2026-01-01\"")).expect(201);
		String line = "{\"customerExternalId\": {\"system\": \"crm\", \"id\": \"%s\"}, \"lines\": [{\"sku\": \"%s\", \"quantity\": 1}]}"
			.formatted(id, this.sku);
		assertThat(bulk(line).get("status").asString()).isEqualTo("created");
		assertThat(CUSTOMERS.calls()).isEqualTo(calls);
	}

	@Test
	void isUnknownOnceItIsDeleted() {
		UUID id = UUID.randomUUID();
		publish(customer("registered", id, 0, "Short-lived"));
		publish(customer("deleted", id, 1, "Short-lived"));
		awaitReplica(id, "Short-lived", true);
		JsonNode refused = this.http.post(PATH, body(id, "\"status\": \"draft\"")).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/customerId");
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
	}

	@ParameterizedTest
	@ValueSource(strings = { "registered", "changed", "deleted", "restored" })
	void isReadFromItsEventsByTheFewFieldsThatOrdersNeed(String event) {
		ObjectNode more = customer(event, UUID.randomUUID(), 3, "More");
		more.put("shoeSize", 42).putObject("unknown").put("field", 1);
		ObjectNode fewer = customer(event, UUID.randomUUID(), 3, "Fewer");
		fewer.retain("id", "version", "name", "status", "deletedAt");
		for (ObjectNode data : List.of(more, fewer)) {
			publish(data);
			awaitReplica(UUID.fromString(data.get("id").asString()), data.get("name").asString(),
					event.equals("deleted"));
		}
	}

	@Test
	void isAskedForOnceWhenTheReplicaDoesNotKnowIt() {
		int calls = CUSTOMERS.calls();
		order("\"orderDate\": \"2026-01-01\"");
		assertThat(CUSTOMERS.calls()).isEqualTo(calls + 1);
		assertThat(CUSTOMERS.lastToken()).as("the caller may not read customers, and need not")
			.isEqualTo("Bearer " + CustomerServiceStandIn.TOKEN);
		order("\"orderDate\": \"2026-01-02\"");
		assertThat(CUSTOMERS.calls()).isEqualTo(calls + 1);
		JsonNode refused = this.http.post(PATH, body(UUID.randomUUID(), "\"status\": \"draft\"")).expect(400).json();
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
	}

	@Test
	void isNeverGuessedWhenNobodyCanTell() {
		CUSTOMERS.breakDown(true);
		HttpProbe once = this.http.with("Idempotency-Key", UUID.randomUUID().toString());
		String body = body("\"orderDate\": \"2026-01-01\"");
		HttpAnswer refused = once.post(PATH, body).expect(503);
		assertThat(refused.header("Retry-After")).isNotBlank();
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		JsonNode line = bulk(body);
		assertThat(line.get("status").asString()).isEqualTo("rejected");
		assertThat(line.at("/errors/0/code").asString()).isEqualTo("unavailable");
		assertThat(this.http.get(PATH + "?customerId=" + this.customer).expect(200).json().get("items").isEmpty())
			.isTrue();
		CUSTOMERS.breakDown(false);
		await().atMost(Duration.ofSeconds(30)).until(() -> once.post(PATH, body).status() == 201);
		assertThat(this.http.get(PATH + "?customerId=" + this.customer).expect(200).json().get("items").size()).isOne();
	}

	private JsonNode bulk(String line) {
		return this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(line))
			.expect(200)
			.lines()
			.get(0);
	}

	private void awaitReplica(UUID id, String name, boolean deleted) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> !this.jdbc
				.queryForList("select 1 from customer_replica where id = ? and name = ? and deleted = ?", id, name,
						deleted)
				.isEmpty());
	}

	/** What customer-service itself keeps as a sample of its event. */
	private static ObjectNode customer(String event, UUID id, long version, String name) {
		ObjectNode data = EventContract.sampleOf("customer-service", "io.kehu.customer." + event + ".v1");
		data.put("id", id.toString()).put("version", version).put("name", name);
		data.putArray("externalIds").addObject().put("system", "crm").put("id", id.toString());
		return data;
	}

	private void publish(ObjectNode data) {
		String id = data.get("id").asString();
		ProducerRecord<String, String> event = new ProducerRecord<>("kehu.customers", id, data.toString());
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/kehu/customer-service",
				"ce_type", "io.kehu.customer.changed.v1", "ce_subject", id, "ce_time", Instant.now().toString(),
				"ce_aggregateversion", data.get("version").asString())
			.forEach((header, value) -> event.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.infrastructure.kafka()), new StringSerializer(),
				new StringSerializer())) {
			producer.send(event);
		}
	}

}
