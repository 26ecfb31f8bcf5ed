package io.kehu.customer.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.test.Together;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpAnswer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks what keeps a team on time: reports of risks and breaches, and the assignment of
 * cases.
 */
class CaseWorkloadTests extends CaseFixture {

	private static final String TARGETS = "\"normal\": {\"firstResponse\": 60, \"resolution\": 600}";

	private static final String[] ALL = { "io.kehu.case.opened.v1", "io.kehu.case.response-at-risk.v1",
			"io.kehu.case.response-breached.v1", "io.kehu.case.resolution-at-risk.v1",
			"io.kehu.case.resolution-breached.v1" };

	@Autowired
	private Escalations escalations;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Infrastructure infrastructure;

	/** Makes a case as old as if it had been opened at a moment. */
	private void backdate(String id, String opened) {
		this.jdbc.update("""
				update support_case set next_check_at = now(),
				statuses = jsonb_build_array(jsonb_build_object('at', ?::text, 'status', 'new')) where id = ?""",
				opened, UUID.fromString(id));
	}

	private JsonNode found(String id) {
		return this.http.get(PATH + "/" + id).expect(200).json();
	}

	@Test
	void reportsEachRiskAndBreachOnce() {
		String id = id(open(customer(""), by(agreement(TARGETS))));
		backdate(id, "2026-01-05T08:00:00Z");
		Together.run(3, (number) -> {
			this.escalations.run();
			return true;
		});
		Awaitility.await().until(() -> !found(id).at("/resolution/breachReportedAt").isNull());
		this.escalations.run();
		this.events.awaitExactly("kehu.cases", id, ALL)
			.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
		JsonNode breached = found(id);
		assertThat(breached.at("/resolution/dueAt").asString()).isEqualTo("2026-01-05T18:00:00Z");
		assertThat(breached.at("/resolution/atRiskAt").asString()).isEqualTo("2026-01-05T13:00:00Z");
		assertThat(this.http.get(PATH + "/" + id + "/sla").expect(200).json().at("/firstResponse/breached").asBoolean())
			.isTrue();
		assertThat(this.http.get(PATH + "/" + id + "/history").expect(200).json().at("/items/4/actor").asString())
			.isEqualTo("system");
	}

	@Test
	void reportsAfterAFailure() {
		String id = id(open(customer(""), by(agreement(TARGETS))));
		this.jdbc.execute("""
				create function refuse_breach() returns trigger language plpgsql as
				$$ begin raise exception 'refused'; end $$""");
		this.jdbc.execute("""
				create trigger refuse_breach before insert on history for each row
				when (new.record_id = '%s' and new.action = 'resolution-breached') execute function refuse_breach()"""
			.formatted(id));
		try {
			backdate(id, "2026-01-05T08:00:00Z");
			this.escalations.run();
			assertThat(found(id).at("/firstResponse/riskReportedAt").isNull()).isTrue();
		}
		finally {
			this.jdbc.execute("drop function refuse_breach() cascade");
		}
		Awaitility.await().until(() -> {
			this.escalations.run();
			return !found(id).at("/resolution/breachReportedAt").isNull();
		});
		this.events.awaitExactly("kehu.cases", id, ALL);
	}

	@Test
	void followsAgreementsAndCalendars() {
		String calendar = id(this.http.post(CALENDARS, always()).expect(201));
		String agreement = agreement(calendar, TARGETS);
		String id = id(open(customer(""), by(agreement)));
		JsonNode before = found(id);
		this.http
			.patch(AGREEMENTS + "/" + agreement, "*",
					"{\"targets\": {\"normal\": {\"firstResponse\": 120, \"resolution\": 6000}}}")
			.expect(200);
		JsonNode later = awaitOtherDue(id, before);
		assertThat(later.at("/resolution/dueAt").asString()).isGreaterThan(before.at("/resolution/dueAt").asString());
		this.http
			.patch(CALENDARS + "/" + calendar, "*",
					"{\"hours\": [{\"day\": \"sunday\", \"from\": \"10:00\", \"to\": \"12:00\"}]}")
			.expect(200);
		JsonNode latest = awaitOtherDue(id, later);
		assertThat(latest.at("/resolution/dueAt").asString()).isGreaterThan(later.at("/resolution/dueAt").asString());
		List<String> actions = this.http.get(PATH + "/" + id + "/history")
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((entry) -> entry.get("action").asString())
			.toList();
		assertThat(actions).containsExactly("opened", "changed", "changed");
	}

	private JsonNode awaitOtherDue(String id, JsonNode before) {
		Awaitility.await().until(() -> {
			this.escalations.run();
			return !found(id).at("/resolution/dueAt").equals(before.at("/resolution/dueAt"));
		});
		return found(id);
	}

	@Test
	void reportsNothingOfCasesThatWereAnsweredInTime() {
		HttpAnswer opened = open(customer(""), by(agreement(TARGETS)));
		act(opened.header("Location"), "resolve").expect(200);
		assertThat(this.jdbc.queryForObject("select count(*) from support_case where id = ? and next_check_at is null",
				Long.class, UUID.fromString(id(opened))))
			.isEqualTo(1);
	}

	@Test
	void sharesCasesEvenlyEvenAtOnce() {
		UUID team = UUID.randomUUID();
		for (int agent = 0; agent < 3; agent++) {
			this.jdbc.update("insert into support_agent values (?, 0, true, array[?::uuid])", UUID.randomUUID(), team);
		}
		this.jdbc.update("insert into support_agent values (?, 0, false, array[?::uuid])", UUID.randomUUID(), team);
		String customer = customer("");
		List<String> paths = IntStream.range(0, 6).mapToObj((number) -> open(customer, "").header("Location")).toList();
		List<String> assignees = Together.run(paths.size(),
				(number) -> assignTo(team, paths.get(number)).expect(200).json().get("assigneeId").asString());
		assertThat(assignees.stream().collect(Collectors.groupingBy((assignee) -> assignee, Collectors.counting())))
			.hasSize(3)
			.values()
			.containsOnly(2L);
		act(paths.get(0), "resolve").expect(200);
		String next = open(customer, "").header("Location");
		assertThat(assignTo(team, next).expect(200).json().get("assigneeId").asString()).isEqualTo(assignees.get(0));
	}

	@Test
	void assignsOnlyToUsersWhoAreAvailable() {
		String team = UUID.randomUUID().toString();
		String user = UUID.randomUUID().toString();
		String path = open(customer(""), "").header("Location");
		JsonNode refused = assignTo(team, path).expect(409).json();
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("no_agent");
		publish(user(user, 0, team, true));
		Awaitility.await().until(() -> assignTo(team, path).status() == 200);
		JsonNode assigned = this.http.get(path).expect(200).json();
		assertThat(assigned.get("assigneeId").asString()).isEqualTo(user);
		assertThat(assigned.get("assignedTeamId").asString()).isEqualTo(team);
		publish(user(user, 1, team, false));
		publish(user(user, 0, team, true));
		Awaitility.await().until(() -> assignTo(team, path).status() == 409);
		this.http.with("If-Match", "*").post(path + "/assign-to-team", "{}").expect(400);
	}

	private HttpAnswer assignTo(Object team, String path) {
		return this.http.with("If-Match", "*").post(path + "/assign-to-team", "{\"teamId\": \"%s\"}".formatted(team));
	}

	/** What auth-service itself keeps as a sample of its event. */
	private static ObjectNode user(String id, long version, String team, boolean enabled) {
		ObjectNode user = EventContract.sampleOf("auth-service", "io.kehu.user.changed.v1");
		user.put("id", id).put("version", version).put("enabled", enabled).putArray("teamIds").add(team);
		return user;
	}

	private void publish(ObjectNode data) {
		String user = data.get("id").asString();
		ProducerRecord<String, String> event = new ProducerRecord<>("kehu.users", user, data.toString());
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/kehu/auth-service",
				"ce_type", "io.kehu.user.changed.v1", "ce_subject", user, "ce_time", "2026-01-05T08:00:00Z",
				"ce_aggregateversion", data.get("version").asString())
			.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.infrastructure.kafka()), new StringSerializer(),
				new StringSerializer())) {
			producer.send(event);
		}
	}

}
