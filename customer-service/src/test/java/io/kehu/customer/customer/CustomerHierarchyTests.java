package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomerHierarchyTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "customer:delete");
	}

	private String company(String parent) {
		String below = (parent != null) ? ", \"parentId\": \"%s\"".formatted(parent) : "";
		return this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"Acme\"%s}".formatted(below))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private HttpAnswer move(String customer, String parent) {
		return this.http.patch(PATH + "/" + customer, "*", "{\"parentId\": \"%s\"}".formatted(parent));
	}

	private static void isCycle(JsonNode refusal) {
		assertThat(refusal.at("/errors/0/pointer").asString()).isEqualTo("/parentId");
		assertThat(refusal.at("/errors/0/code").asString()).isEqualTo("cycle");
	}

	@Test
	void hasNoCycles() {
		String top = company(null);
		String middle = company(top);
		String bottom = company(middle);
		isCycle(move(top, top).expect(400).json());
		isCycle(move(top, middle).expect(400).json());
		isCycle(move(top, bottom).expect(400).json());
		move(bottom, top).expect(200);
		move(middle, bottom).expect(200);
		isCycle(move(bottom, middle).expect(400).json());
		assertThat(this.http.get(PATH + "/" + middle).json().get("parentId").asString()).isEqualTo(bottom);
	}

	@Test
	void hasNoCyclesThroughUpsertsAndBulkLoads() {
		String line = "{\"kind\": \"company\", \"name\": \"Acme\", \"parentId\": %s, \"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]}";
		String one = UUID.randomUUID().toString();
		String id = this.http.post(PATH, line.formatted("null", one)).expect(201).json().get("id").asString();
		String below = company(id);
		String upsert = "{\"kind\": \"company\", \"name\": \"Acme\", \"parentId\": \"%s\"}".formatted(below);
		isCycle(this.http.put(PATH + "/by-external-id/erp/" + one, upsert).expect(400).json());
		JsonNode loaded = this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(line.formatted("\"" + below + "\"", one)))
			.expect(200)
			.json();
		assertThat(loaded.get("status").asString()).isEqualTo("rejected");
		isCycle(loaded);
	}

	@Test
	void hasNoCyclesWhenTwoCustomersAreMovedAtOnce() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (int i = 0; i < 10; i++) {
				String one = company(null);
				String other = company(null);
				List<Callable<HttpAnswer>> both = List.of(() -> move(one, other), () -> move(other, one));
				List<Integer> statuses = new ArrayList<>();
				for (Future<HttpAnswer> answer : threads.invokeAll(both)) {
					statuses.add(answer.get().status());
				}
				assertThat(statuses).containsExactlyInAnyOrder(200, 400);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void trimsInvisibleEdges() {
		JsonNode created = this.http.post(PATH, """
				{"kind": "person", "name": "\\u00a0Ada\\u200b\\u3000", "tags": [" key\\u00a0"],
				 "emails": [{"address": "\\u200bada@example.org "}],
				 "phones": [{"number": "+49 4333 633333 ext. 543"}]}""").expect(201).json();
		assertThat(created.get("name").asString()).isEqualTo("Ada");
		assertThat(created.at("/tags/0").asString()).isEqualTo("key");
		assertThat(created.at("/emails/0/address").asString()).isEqualTo("ada@example.org");
		assertThat(created.at("/phones/0/number").asString()).isEqualTo("+494333633333");
		assertThat(created.at("/phones/0/extension").asString()).isEqualTo("543");
	}

}
