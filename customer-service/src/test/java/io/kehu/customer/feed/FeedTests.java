package io.kehu.customer.feed;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class FeedTests {

	private static final String FEED = "/api/v1/calendar-feed";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private JdbcTemplate jdbc;

	private final UUID me = UUID.randomUUID();

	private HttpProbe user(UUID id) {
		this.jdbc.update("""
				insert into support_agent (user_id, version, available, team_ids) values (?, 1, true, '{}')
				on conflict do nothing""", id);
		return this.anyone.as(TestToken.user(id, "customer:read", "customer:write", "activity:read", "activity:write"));
	}

	private static String path(JsonNode feed) {
		return URI.create(feed.get("url").asString()).getPath();
	}

	@Test
	void showsWhatIsToBeDone() {
		HttpProbe http = user(this.me);
		String customer = http.post("/api/v1/customers", "{\"kind\": \"company\", \"name\": \"Acme\"}")
			.expect(201)
			.json()
			.get("id")
			.asString();
		Instant soon = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
		String task = """
				{"kind": "task", "customerId": "%s", "subject": "%s", "dueAt": "%s", "assigneeId": "%s", "reminder": 30,
				"visibility": "private"}""";
		http.post("/api/v1/activities", task.formatted(customer, "Ask; now", soon, this.me)).expect(201);
		http.post("/api/v1/activities", task.formatted(customer, "Of another", soon, UUID.randomUUID())).expect(201);
		http.post("/api/v1/activities", """
				{"kind": "meeting", "customerId": "%s", "subject": "Tea", "occursAt": "%s", "endsAt": "%s",
				"location": "Here"}""".formatted(customer, soon, soon.plusSeconds(3600))).expect(201);
		String feed = path(http.put(FEED, "").expect(200).json());
		String calendar = this.anyone.get(feed).expect(200).body();
		assertThat(calendar).startsWith("BEGIN:VCALENDAR")
			.contains("SUMMARY:Ask\\; now", "TRIGGER;RELATED=START:-PT30M", "SUMMARY:Tea", "LOCATION:Here")
			.doesNotContain("Of another", "Acme");
		assertThat(http.get(FEED).expect(200).json().get("lastReadAt").isNull()).isFalse();
	}

	@Test
	void canBeRevoked() {
		HttpProbe http = user(this.me);
		http.get(FEED).expect(404);
		String first = path(http.put(FEED, "").expect(200).json());
		String second = path(http.put(FEED, "").expect(200).json());
		this.anyone.get(first).expect(404);
		this.anyone.get(second).expect(200);
		assertThat(http.get(FEED).expect(200).json().has("url")).isFalse();
		this.jdbc.update("update support_agent set available = false where user_id = ?", this.me);
		this.anyone.get(second).expect(404);
		this.jdbc.update("update support_agent set available = true where user_id = ?", this.me);
		http.delete(FEED).expect(204);
		this.anyone.get(second).expect(404);
		http.delete(FEED).expect(404);
		this.anyone.as(TestToken.client("erp", "activity:read")).put(FEED, "").expect(403);
		this.anyone.get(FEED).expect(401);
	}

}
