package io.kehu.customer.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.customer.figures.OrderEventFixture;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class TimelineTests {

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private Infrastructure infrastructure;

	private final UUID me = UUID.randomUUID();

	private HttpProbe http;

	private String customer;

	private String path;

	@BeforeEach
	void fill() {
		this.http = this.anyone.as(TestToken.user(this.me, "customer:read", "customer:write", "customer:pii",
				"activity:read", "activity:write", "activity:delete", "case:read", "case:write", "order:read"));
		this.customer = register("grace@mail.example");
		this.path = "/api/v1/customers/%s/timeline".formatted(this.customer);
		String merged = register("ada@mail.example");
		this.http.post("/api/v1/cases", "{\"customerId\": \"%s\", \"subject\": \"Fire\"}".formatted(this.customer))
			.expect(201);
		activity("\"kind\": \"note\", \"occursAt\": \"2025-12-24T10:00:00Z\"");
		activity("\"kind\": \"call\", \"occursAt\": \"2026-01-05T00:00:00Z\"");
		activity("\"kind\": \"task\", \"dueAt\": \"2126-01-01T10:00:00Z\"");
		this.http.with("If-Match", "*")
			.post("/api/v1/customers/%s/merges".formatted(this.customer),
					"{\"merged\": [{\"id\": \"%s\"}]}".formatted(merged))
			.expect(201);
		OrderEventFixture.publish(this.infrastructure,
				OrderEventFixture.order("placed", UUID.randomUUID(), 0, this.customer, "2026-01-05")
					.put("ownerId", this.me.toString()));
		Awaitility.await().untilAsserted(() -> assertThat(items(this.http, "?kind=order")).hasSize(1));
	}

	private String register(String address) {
		return this.http
			.post("/api/v1/customers",
					"{\"kind\": \"company\", \"name\": \"Acme\", \"emails\": [{\"address\": \"%s\"}]}"
						.formatted(address))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private HttpAnswer activity(String fields) {
		return this.http
			.post("/api/v1/activities",
					"{\"customerId\": \"%s\", \"subject\": \"Tea\", %s}".formatted(this.customer, fields))
			.expect(201);
	}

	private List<JsonNode> items(HttpProbe caller, String query) {
		return caller.get(this.path + query).expect(200).json().get("items").valueStream().toList();
	}

	private static List<String> kinds(List<JsonNode> items) {
		return items.stream().map((item) -> item.get("kind").asString()).toList();
	}

	@Test
	void showsEverythingInTheOrderOfTime() {
		List<JsonNode> all = items(this.http, "");
		assertThat(kinds(all)).containsExactly("activity", "merge", "change", "case", "change", "activity", "order",
				"activity");
		assertThat(all.get(0).at("/activity/dueAt").asString()).isEqualTo("2126-01-01T10:00:00Z");
		assertThat(all.get(2).at("/change/action").asString()).isEqualTo("absorbed");
		assertThat(all.get(1).at("/merge/merged").size()).isEqualTo(1);
		assertThat(all.get(3).at("/case/subject").asString()).isEqualTo("Fire");
		assertThat(all.get(4).at("/change/action").asString()).isEqualTo("registered");
		assertThat(all.get(5).at("/at").asString()).isEqualTo("2026-01-05T00:00:00Z");
		assertThat(all.get(6).at("/order/total/currency").asString()).isEqualTo("EUR");
		assertThat(all.get(6).at("/order/number").asString()).isEqualTo("O-2026-000001");
		assertThat(all.get(6).at("/at").asString()).isEqualTo("2026-01-05T00:00:00Z");
	}

	@Test
	void pagesWithoutLossOrRepetition() {
		List<JsonNode> all = items(this.http, "");
		for (int limit = 1; limit < 4; limit++) {
			List<JsonNode> paged = new ArrayList<>();
			String cursor = "";
			do {
				JsonNode page = this.http.get(this.path + "?limit=" + limit + cursor).expect(200).json();
				page.get("items").forEach(paged::add);
				cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asString();
			}
			while (!cursor.isEmpty());
			assertThat(paged).isEqualTo(all);
		}
	}

	@Test
	void showsWhatTheCallerMaySee() {
		assertThat(kinds(items(this.anyone.as("customer:read"), ""))).containsOnly("change", "merge");
		assertThat(kinds(items(this.anyone.as("customer:read", "activity:read"), ""))).doesNotContain("case", "order");
		assertThat(items(this.anyone.as("customer:read", "order:read:own"), "?kind=order")).isEmpty();
		HttpProbe seller = this.anyone.as(TestToken.user(this.me, "customer:read", "order:read:own"));
		assertThat(items(seller, "?kind=order")).hasSize(1);
		this.anyone.as("customer:read").get(this.path + "?kind=case").expect(403);
		this.anyone.as("activity:read").get(this.path).expect(403);
		this.anyone.as(TestToken.user("customer:read:own")).get(this.path).expect(404);
		String clear = this.http.get(this.path).expect(200).body();
		assertThat(clear).contains("grace@mail.example");
		String masked = this.anyone.as("customer:read").get(this.path).expect(200).body();
		assertThat(masked).doesNotContain("grace@mail.example", "ada@mail.example").contains("g***@masked.invalid");
	}

	@Test
	void leavesOutWhatIsDeleted() {
		HttpAnswer note = activity("\"kind\": \"note\"");
		assertThat(items(this.http, "?kind=activity")).hasSize(4);
		this.http.with("If-Match", note.etag()).delete(note.header("Location")).expect(204);
		assertThat(items(this.http, "?kind=activity,case")).hasSize(4);
	}

	@Test
	void refusesWhatIsNotValid() {
		String cursor = this.http.get(this.path + "?limit=1").expect(200).json().get("nextCursor").asString();
		this.http.get(this.path + "?kind=case&cursor=" + cursor).expect(400);
		this.http.get(this.path + "?cursor=x").expect(400);
		this.http.get(this.path + "?limit=0").expect(400);
		this.http.get(this.path + "?kind=payment").expect(400);
		this.http.get("/api/v1/customers/%s/timeline".formatted(UUID.randomUUID())).expect(404);
	}

}
