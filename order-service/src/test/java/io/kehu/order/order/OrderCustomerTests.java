package io.kehu.order.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.kehu.order.CustomerServiceStandIn;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OrderCustomerTests extends CustomerEventFixture {

	private HikariPoolMXBean connections;

	@BeforeEach
	void findPool(@Autowired DataSource dataSource) throws SQLException {
		this.connections = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
	}

	@Test
	void isKnownFromItsEventsWithoutACall() {
		UUID id = UUID.randomUUID();
		publish(customerEvent("registered", id, 0, "Replicated"));
		publish(customerEvent("changed", id, 1, "Replicated again"));
		awaitReplica(id, "Replicated again", false);
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
		publish(customerEvent("registered", id, 0, "Short-lived"));
		publish(customerEvent("deleted", id, 1, "Short-lived"));
		awaitReplica(id, "Short-lived", true);
		JsonNode refused = this.http.post(PATH, body(id, "\"status\": \"draft\"")).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/customerId");
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
	}

	/** The order has looked the customer up already when it is deleted. */
	@Test
	void isUnknownOnceItIsDeletedEvenWhileTheOrderIsStored() throws Exception {
		order("\"orderDate\": \"2026-01-01\"");
		try (Connection deleting = Objects.requireNonNull(this.jdbc.getDataSource()).getConnection()) {
			deleting.setAutoCommit(false);
			deleting.createStatement()
				.execute("update customer_replica set deleted = true where id = '%s'".formatted(this.customer));
			CompletableFuture<HttpAnswer> order = CompletableFuture
				.supplyAsync(() -> this.http.post(PATH, body("\"orderDate\": \"2026-01-02\"")));
			await().until(() -> !this.jdbc
				.queryForList(
						"select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%for share'")
				.isEmpty());
			deleting.commit();
			JsonNode refused = order.get().expect(400).json();
			assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/customerId");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "registered", "changed", "deleted", "restored", "merged", "unmerged" })
	void isReadFromItsEventsByTheFewFieldsThatOrdersNeed(String event) {
		ObjectNode more = customerEvent(event, UUID.randomUUID(), 3, "More");
		more.put("shoeSize", 42).putObject("unknown").put("field", 1);
		ObjectNode fewer = customerEvent(event, UUID.randomUUID(), 3, "Fewer");
		fewer.retain("id", "version", "name", "status", "deletedAt");
		for (ObjectNode data : List.of(more, fewer)) {
			publish(data);
			awaitReplica(UUID.fromString(data.get("id").asString()), data.get("name").asString(),
					event.equals("deleted") || event.equals("merged"));
		}
	}

	@Test
	void isAskedForOnceWhenTheReplicaDoesNotKnowIt() {
		int calls = CUSTOMERS.calls();
		order("\"orderDate\": \"2026-01-01\"");
		assertThat(CUSTOMERS.calls()).isEqualTo(calls + 1);
		assertThat(CUSTOMERS.lastToken()).as("the replica is filled on behalf of order-service")
			.isEqualTo("Bearer " + CustomerServiceStandIn.TOKEN);
		order("\"orderDate\": \"2026-01-02\"");
		assertThat(CUSTOMERS.calls()).isEqualTo(calls + 1);
		JsonNode refused = this.http.post(PATH, body(UUID.randomUUID(), "\"status\": \"draft\"")).expect(400).json();
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
	}

	@ParameterizedTest
	@ValueSource(strings = { "own", "team" })
	void doesNotExistForCallersThatMayNotSeeIt(String scope) {
		String hiddenKey = UUID.randomUUID().toString();
		String seenKey = UUID.randomUUID().toString();
		UUID hidden = CUSTOMERS.customer("erp", hiddenKey);
		UUID seen = CUSTOMERS.customer("erp", seenKey);
		CUSTOMERS.hide(hidden);
		HttpProbe caller = this.anyone.as("order:read", "order:write", "customer:read:" + scope);
		JsonNode unknown = caller.post(PATH, ordering("erp", UUID.randomUUID().toString())).expect(400).json();
		for (String body : List.of(ordering("erp", hiddenKey), body(hidden, "\"status\": \"draft\""))) {
			HttpAnswer refused = caller.post(PATH, body).expect(400);
			assertThat(refused.json().at("/errors/0/code")).isEqualTo(unknown.at("/errors/0/code"));
			assertThat(refused.json().get("detail")).isEqualTo(unknown.get("detail"));
			JsonNode line = caller.with("Content-Type", "application/x-ndjson")
				.post(PATH + "/bulk", body)
				.expect(200)
				.lines()
				.get(0);
			assertThat(line.toString()).contains("rejected", "unknown_reference").doesNotContain("\"id\"");
		}
		caller.post(PATH, ordering("erp", seenKey)).expect(201);
		caller.post(PATH, body(seen, "\"status\": \"draft\"")).expect(201);
		HttpAnswer own = caller.post(PATH, body(seen, "\"status\": \"draft\"")).expect(201);
		CUSTOMERS.hide(seen);
		caller
			.patch(own.header("Location"), "*",
					"{\"customerId\": \"%s\", \"orderDate\": \"2026-01-01\"}".formatted(seen))
			.expect(200);
		CUSTOMERS.breakDown(true);
		caller.post(PATH, ordering("erp", seenKey)).expect(503);
	}

	@Test
	void doesNotExistForUsersWithoutAccessToCustomers() {
		String key = UUID.randomUUID().toString();
		UUID customer = CUSTOMERS.customer("erp", key);
		HttpProbe user = this.anyone.as("order:read", "order:write");
		for (String body : List.of(ordering("erp", key), body(customer, "\"status\": \"draft\""))) {
			JsonNode refused = user.post(PATH, body).expect(400).json();
			assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
		}
		HttpProbe shop = this.anyone.as(TestToken.client("shop", "order:read", "order:write"));
		shop.post(PATH, ordering("erp", key)).expect(201);
		shop.post(PATH, body(customer, "\"status\": \"draft\"")).expect(201);
	}

	private String ordering(String system, String id) {
		return """
				{"customerExternalId": {"system": "%s", "id": "%s"}, "lines": [{"sku": "%s", "quantity": 1}]}"""
			.formatted(system, id, this.sku);
	}

	@Test
	void isAskedForWithoutHoldingADatabaseConnection() throws Exception {
		String path = order("\"orderDate\": \"2026-01-01\"").header("Location");
		hanging(path, (i) -> this.http.patch(path, "*", "{\"customerId\": \"%s\"}".formatted(UUID.randomUUID())))
			.forEach((answer) -> assertThat(answer.expect(400).json().at("/errors/0/pointer").asString())
				.isEqualTo("/customerId"));
	}

	@Test
	void isAskedForWithoutHoldingADatabaseConnectionInRequestsWithAKey() throws Exception {
		String path = order("\"orderDate\": \"2026-01-01\"").header("Location");
		UUID known = CUSTOMERS.customer("erp", UUID.randomUUID().toString());
		String key = UUID.randomUUID().toString();
		List<HttpAnswer> answers = hanging(path,
				(i) -> this.http.with("Idempotency-Key", (i < 2) ? key : UUID.randomUUID().toString())
					.post(PATH, body((i < 4) ? known : UUID.randomUUID(), "\"orderDate\": \"1993-05-01\"")));
		answers.subList(4, answers.size()).forEach((answer) -> answer.expect(400));
		answers.subList(2, 4).forEach((answer) -> answer.expect(201));
		assertThat(answers.subList(0, 2)).extracting(HttpAnswer::status).contains(201).isSubsetOf(201, 409);
		assertThat(this.http.get(PATH + "?customerId=" + known).expect(200).json().get("items").size()).isEqualTo(3);
		HttpAnswer again = this.http.with("Idempotency-Key", key)
			.post(PATH, body(known, "\"orderDate\": \"1993-05-01\""))
			.expect(201);
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
	}

	/** Returns the answers to requests that were sent while customer-service hung. */
	private List<HttpAnswer> hanging(String path, IntFunction<HttpAnswer> request) throws Exception {
		int requests = 20;
		ExecutorService clients = Executors.newFixedThreadPool(requests);
		CUSTOMERS.hang();
		try {
			List<Future<HttpAnswer>> pending = IntStream.range(0, requests)
				.mapToObj((i) -> clients.submit(() -> request.apply(i)))
				.toList();
			// Of two requests with the same key at the same moment, one is refused at
			// once
			await().atMost(Duration.ofSeconds(30))
				.until(() -> CUSTOMERS.waiting() + pending.stream().filter(Future::isDone).count() == requests);
			int waiting = CUSTOMERS.waiting();
			assertThat(waiting).isGreaterThanOrEqualTo(requests - 1);
			await().atMost(Duration.ofSeconds(10)).until(() -> this.connections.getActiveConnections() == 0);
			this.http.get(path).expect(200);
			assertThat(CUSTOMERS.waiting()).isEqualTo(waiting);
			CUSTOMERS.release();
			List<HttpAnswer> answers = new ArrayList<>();
			for (Future<HttpAnswer> answer : pending) {
				answers.add(answer.get());
			}
			return answers;
		}
		finally {
			CUSTOMERS.release();
			clients.shutdownNow();
		}
	}

	@Test
	void isNotLookedUpForAPatchThatKeepsIt() {
		String path = order("\"orderDate\": \"2026-01-01\"").header("Location");
		CUSTOMERS.breakDown(true);
		this.http.patch(path, "*", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 3}]}".formatted(this.sku)).expect(200);
		HttpAnswer same = this.http.patch(path, "*", "{\"customerId\": \"%s\"}".formatted(this.customer)).expect(200);
		assertThat(same.json().at("/lines/0/quantity").asInt()).isEqualTo(3);
		this.http.patch(path, "*", "{\"customerId\": \"%s\"}".formatted(UUID.randomUUID())).expect(503);
		CUSTOMERS.breakDown(false);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.http.patch(path, "*", "{\"customerId\": \"%s\"}".formatted(UUID.randomUUID()))
				.status() == 400);
	}

	@Test
	void isChangedByAPatchWithAnExternalId() {
		String path = order("\"status\": \"draft\"").header("Location");
		String external = UUID.randomUUID().toString();
		UUID other = CUSTOMERS.customer("erp", external);
		String reference = "\"customerExternalId\": {\"system\": \"erp\", \"id\": \"%s\"}".formatted(external);
		assertThat(this.http.patch(path, "*", "{%s}".formatted(reference))
			.expect(400)
			.json()
			.at("/errors/0/code")
			.asString()).isEqualTo("conflict");
		HttpAnswer changed = this.http.patch(path, "*", "{\"customerId\": null, %s}".formatted(reference)).expect(200);
		assertThat(changed.json().get("customerId").asString()).isEqualTo(other.toString());
	}

	@Test
	void isNotAssumedToExistWhenItCannotBeLookedUp() {
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

}
