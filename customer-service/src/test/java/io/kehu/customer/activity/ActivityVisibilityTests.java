package io.kehu.customer.activity;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who sees which activity. All callers have access to the customer.
 */
class ActivityVisibilityTests extends ActivityFixture {

	private final UUID assignee = UUID.randomUUID();

	private final String secret = "s" + UUID.randomUUID().toString().replace("-", "");

	private HttpProbe assigned;

	private HttpProbe colleague;

	private HttpProbe stranger;

	private HttpProbe client;

	@BeforeEach
	void signInOthers() {
		this.assigned = user(this.assignee);
		this.colleague = user(UUID.randomUUID(), this.team);
		this.stranger = user(UUID.randomUUID(), UUID.randomUUID());
		this.client = this.anyone.as(TestToken.client("erp", ALL.toArray(String[]::new)));
	}

	private HttpAnswer task(String visibility) {
		return this.http
			.post(PATH,
					"""
							{"kind": "task", "customerId": "%s", "subject": "%s", "assigneeId": "%s", "visibility": "%s"}"""
						.formatted(this.customer, this.secret, this.assignee, visibility))
			.expect(201);
	}

	private void check(HttpAnswer task, List<HttpProbe> seeing, List<HttpProbe> others) {
		String path = task.header("Location");
		for (HttpProbe caller : seeing) {
			caller.get(path).expect(200);
			assertThat(caller.get(PATH + "?count=true&id=" + id(task)).expect(200).json().get("total").asInt())
				.isEqualTo(1);
			assertThat(timeline(caller)).contains(id(task));
			caller.patch(path, "*", "{\"text\": \"%s\"}".formatted(UUID.randomUUID())).expect(200);
		}
		for (HttpProbe caller : others) {
			caller.get(path).expect(404);
			caller.get(path + "/history").expect(404);
			caller.patch(path, "*", "{\"text\": \"x\"}").expect(404);
			caller.with("If-Match", "*").post(path + "/complete", "").expect(404);
			caller.with("If-Match", "*").delete(path).expect(404);
			assertThat(caller.get(PATH + "?count=true&id=" + id(task)).expect(200).json().get("total").asInt())
				.isZero();
			assertThat(caller.get(PATH + "?q=" + this.secret).expect(200).body()).doesNotContain(id(task));
			assertThat(caller.get(PATH + "/export?format=ndjson&customerId=" + this.customer).expect(200).body())
				.doesNotContain(this.secret);
			assertThat(timeline(caller)).doesNotContain(this.secret);
			assertThat(caller.post(PATH + "/batch-get", "{\"ids\": [\"%s\"]}".formatted(id(task))).expect(200).body())
				.doesNotContain(this.secret);
		}
	}

	private String timeline(HttpProbe caller) {
		return caller.get("/api/v1/customers/%s/timeline?kind=activity".formatted(this.customer)).expect(200).body();
	}

	@Test
	void aPrivateOneIsSeenByItsOwnerAndItsAssignee() {
		check(task("private"), List.of(this.http, this.assigned), List.of(this.colleague, this.stranger, this.client));
	}

	@Test
	void oneOfATeamIsSeenByItsMembersToo() {
		check(task("team"), List.of(this.http, this.assigned, this.colleague), List.of(this.stranger, this.client));
	}

	@Test
	void anotherIsSeenByAllWithAccessToTheCustomer() {
		HttpAnswer task = task("all");
		check(task, List.of(this.http, this.assigned, this.colleague, this.stranger, this.client), List.of());
		HttpProbe elsewhere = this.anyone
			.as(TestToken.user(this.assignee, "customer:read:own", "activity:read:own", "activity:write:own"));
		elsewhere.get(task.header("Location")).expect(404);
	}

	@Test
	void isWithdrawnFromThoseThatSawIt() {
		HttpAnswer task = task("all");
		String since = "since="
				+ this.stranger.get(PATH + "/changes?since=now").expect(200).json().get("next").asString();
		String hidden = "since="
				+ this.client.get(PATH + "/changes?since=now").expect(200).json().get("next").asString();
		JsonNode changed = this.http.patch(task.header("Location"), task.etag(), "{\"visibility\": \"team\"}")
			.expect(200)
			.json();
		assertThat(changed.get("visibility").asString()).isEqualTo("team");
		Awaitility.await()
			.untilAsserted(() -> assertThat(changes(this.stranger, since, id(task))).containsExactly("withdrawn"));
		this.http.patch(task.header("Location"), "*", "{\"text\": \"x\"}").expect(200);
		this.http.patch(task.header("Location"), "*", "{\"visibility\": \"private\"}").expect(200);
		Awaitility.await()
			.untilAsserted(() -> assertThat(changes(this.colleague, since, id(task))).last().isEqualTo("withdrawn"));
		assertThat(changes(this.stranger, since, id(task))).containsExactly("withdrawn");
		assertThat(changes(this.client, hidden, id(task))).containsExactly("withdrawn");
		assertThat(changes(this.assigned, since, id(task))).hasSize(3).doesNotContain("withdrawn");
	}

	private static List<String> changes(HttpProbe caller, String since, String id) {
		return caller.get(PATH + "/changes?limit=200&" + since)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.filter((item) -> item.get("id").asString().equals(id))
			.map((item) -> item.get("action").asString())
			.toList();
	}

	@Test
	void cannotBeTakenFromOthers() {
		HttpAnswer task = task("all");
		UUID other = UUID.randomUUID();
		HttpProbe limited = this.anyone
			.as(TestToken.user(other, "customer:read", "activity:read", "activity:write:own"));
		limited
			.patch(task.header("Location"), "*", "{\"ownerId\": \"%s\", \"visibility\": \"private\"}".formatted(other))
			.expect(403);
		assertThat(this.http.get(task.header("Location")).expect(200).json()).isEqualTo(task.json());
	}

}
