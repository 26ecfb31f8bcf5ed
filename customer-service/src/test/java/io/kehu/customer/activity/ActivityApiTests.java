package io.kehu.customer.activity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityApiTests extends ActivityFixture {

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Reminders reminders;

	@Test
	void aTaskRepeatsUntilItsLastDay() {
		HttpAnswer added = add("task", """
				, "dueAt": "2126-01-31T09:00:00Z", "assigneeId": "%s", "reminder": 60,
				"repeat": {"every": 1, "unit": "month", "until": "2126-03-30"}""".formatted(this.me));
		String path = added.header("Location");
		assertThat(added.json().get("remindAt").asString()).isEqualTo("2126-01-31T08:00:00Z");
		assertThat(added.json().at("/repeat/timeZone").asString()).isEqualTo("UTC");
		JsonNode moved = act(path, "complete").expect(200).json();
		assertThat(moved.get("dueAt").asString()).isEqualTo("2126-02-28T09:00:00Z");
		assertThat(moved.get("completedAt").isNull()).isTrue();
		JsonNode done = act(path, "complete").expect(200).json();
		assertThat(done.get("dueAt").asString()).isEqualTo("2126-02-28T09:00:00Z");
		assertThat(done.get("completedAt").isNull()).isFalse();
		assertThat(act(path, "complete").expect(200).json()).isEqualTo(done);
		act(path, "reopen").expect(200);
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.activities", id(added), "io.kehu.activity.added.v1",
				"io.kehu.activity.completed.v1", "io.kehu.activity.completed.v1", "io.kehu.activity.reopened.v1");
		seen.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
		assertThat(this.http.get(PATH + "?kind=task&assigneeId=%s&completedAt[null]=true".formatted(this.me))
			.expect(200)
			.json()
			.at("/items/0/id")
			.asString()).isEqualTo(id(added));
	}

	@Test
	void onlyTasksAreCompleted() {
		String path = add("note", "").header("Location");
		assertThat(act(path, "complete").expect(409).json().at("/errors/0/code").asString()).isEqualTo("not_a_task");
		act(path, "reopen").expect(409);
	}

	@Test
	void remindsOfATaskOnce() {
		Instant due = Instant.now().plus(Duration.ofDays(1));
		HttpAnswer added = add("task", ", \"dueAt\": \"%s\", \"reminder\": 5".formatted(due));
		this.reminders.run();
		UUID id = UUID.fromString(id(added));
		this.jdbc.update("update activity set remind_at = ? where id = ?",
				Timestamp.from(Instant.now().minusSeconds(1)), id);
		this.reminders.run();
		this.reminders.run();
		assertThat(this.http.get(added.header("Location")).expect(200).json().get("remindAt").isNull()).isTrue();
		this.events.awaitExactly("kehu.activities", id.toString(), "io.kehu.activity.added.v1",
				"io.kehu.activity.reminded.v1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "note|\"dueAt\": \"2026-01-01T00:00:00Z\"|/dueAt",
			"note|\"assigneeId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"|/assigneeId", "task|\"reminder\": 5|/dueAt",
			"task|\"repeat\": {\"every\": 1, \"unit\": \"day\"}|/dueAt",
			"task|\"dueAt\": \"2026-01-01T00:00:00Z\", \"repeat\": {\"every\": 0, \"unit\": \"day\"}|/repeat/every",
			"task|\"dueAt\": \"2026-01-01T00:00:00Z\", \"repeat\": {\"every\": 1, \"unit\": \"day\", \"timeZone\": \"X/Y\"}|/repeat/timeZone",
			"task|\"dueAt\": \"2026-01-02T00:00:00Z\", \"repeat\": {\"every\": 1, \"unit\": \"day\", \"until\": \"2026-01-01\"}|/repeat/until",
			"task|\"occursAt\": \"2026-01-01T00:00:00Z\"|/occursAt",
			"meeting|\"endsAt\": \"2026-01-01T00:00:00Z\"|/occursAt",
			"call|\"occursAt\": \"2026-01-02T00:00:00Z\", \"endsAt\": \"2026-01-01T00:00:00Z\"|/endsAt",
			"call|\"location\": \"Here\"|/location", "meeting|\"direction\": \"inbound\"|/direction",
			"meeting|\"visibility\": \"secret\"|/visibility", "email||/email", "note|\"email\": {\"to\": []}|/email",
			"email|\"email\": {\"to\": [{\"address\": \"x\"}]}|/email/to/0/address",
			"note|\"contactId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"|/contactId",
			"note|\"completedAt\": \"2026-01-01T00:00:00Z\"|/completedAt" })
	void refusesWhatItsKindDoesNotHave(String kind, String fields, String pointer) {
		JsonNode refused = this.http.post(PATH, body(kind, (fields != null) ? ", " + fields : "")).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void needsAnOwnerOrATeamToBeHidden() {
		assertThat(user(this.me).post(PATH, body("note", ", \"visibility\": \"team\""))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/teamId");
		HttpAnswer added = add("note", "");
		assertThat(this.http.patch(added.header("Location"), added.etag(), "{\"kind\": \"call\"}")
			.expect(400)
			.json()
			.at("/errors/0/code")
			.asString()).isEqualTo("immutable");
	}

	@Test
	void masksAddresses() {
		String address = "grace.%s@mail.example".formatted(UUID.randomUUID());
		HttpAnswer added = add("email", """
				, "direction": "inbound", "email": {"from": {"address": "%s"}, "to": [{"address": "info@acme.example"}],
				"messageId": "7@mail.example"}""".formatted(address));
		String filter = PATH + "?email=" + address.toUpperCase(java.util.Locale.ROOT);
		assertThat(this.http.get(filter).expect(200).json().get("items").size()).isEqualTo(1);
		var reader = this.anyone.as("activity:read");
		JsonNode masked = reader.get(added.header("Location")).expect(200).json();
		assertThat(masked.at("/email/from/address").asString()).isEqualTo("g***@masked.invalid");
		reader.get(filter).expect(403);
		for (String query : List.of("", "/export?format=ndjson", "/changes", "/" + id(added) + "/history")) {
			assertThat(reader.get(PATH + query).expect(200).body()).doesNotContain(address);
		}
	}

	@Test
	void followsItsCustomerIntoAMergeAndBack() {
		String survivor = customer();
		String path = add("note", "").header("Location");
		HttpAnswer merge = this.http.with("If-Match", "\"0\"")
			.post("/api/v1/customers/" + survivor + "/merges",
					"{\"merged\": [{\"id\": \"%s\", \"version\": 0}]}".formatted(this.customer))
			.expect(201);
		assertThat(this.http.get(path).expect(200).json().get("customerId").asString()).isEqualTo(survivor);
		this.http.with("If-Match", merge.etag()).post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(this.http.get(path).expect(200).json().get("customerId").asString()).isEqualTo(this.customer);
	}

}
