package io.kehu.customer.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CaseApiTests extends CaseFixture {

	private static final String NORMAL = "\"normal\": {\"firstResponse\": 60, \"resolution\": 600}";

	@Test
	void livesItsWholeLife() {
		HttpAnswer opened = open(customer(""), by(agreement(NORMAL)));
		String path = opened.header("Location");
		assertThat(opened.json().get("status").asString()).isEqualTo("new");
		assertThat(opened.json().get("priority").asString()).isEqualTo("normal");
		Instant created = Instant.parse(opened.json().get("createdAt").asString());
		assertThat(opened.json().at("/firstResponse/dueAt").asString())
			.isEqualTo(created.plus(Duration.ofHours(1)).toString());
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(opened.json());
		UUID assignee = UUID.randomUUID();
		this.http.with("If-Match", opened.etag())
			.post(path + "/assign", "{\"assigneeId\": \"%s\"}".formatted(assignee))
			.expect(200);
		this.http.with("If-Match", opened.etag()).post(path + "/respond", "").expect(412);
		for (String intent : List.of("respond", "wait", "resume", "resolve", "reopen", "resolve", "close")) {
			act(path, intent).expect(200);
		}
		JsonNode closed = this.http.get(path).expect(200).json();
		assertThat(closed.get("status").asString()).isEqualTo("closed");
		assertThat(closed.get("assigneeId").asString()).isEqualTo(assignee.toString());
		assertThat(this.http.get(PATH + "?number=" + closed.get("number") + "&status=closed&sort=-resolutionDueAt")
			.expect(200)
			.json()
			.at("/items/0")).isEqualTo(closed);
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.cases", id(opened), "io.kehu.case.opened.v1",
				"io.kehu.case.assigned.v1", "io.kehu.case.responded.v1", "io.kehu.case.paused.v1",
				"io.kehu.case.resumed.v1", "io.kehu.case.resolved.v1", "io.kehu.case.reopened.v1",
				"io.kehu.case.resolved.v1", "io.kehu.case.closed.v1");
		seen.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
	}

	@Test
	void namesTheStepsThatArePossible() {
		String path = open(customer(""), "").header("Location");
		JsonNode refused = act(path, "close").expect(409).json();
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("invalid_transition");
		assertThat(refused.at("/errors/0/message").asString())
			.isEqualTo("close is not possible while the case is new; possible are [respond, wait, resolve, assign]");
		act(path, "resolve").expect(200);
		act(path, "close").expect(200);
		this.http.with("If-Match", "*").post(path + "/assign", "{}").expect(409);
	}

	@Test
	void listsEachCountedInterval() {
		HttpAnswer opened = open(customer(""), by(agreement(NORMAL)));
		String path = opened.header("Location");
		act(path, "wait").expect(200);
		act(path, "resume").expect(200);
		act(path, "resolve").expect(200);
		JsonNode sla = this.http.get(path + "/sla").expect(200).json();
		JsonNode resolved = this.http.get(path).expect(200).json();
		for (String clock : List.of("/firstResponse", "/resolution")) {
			assertThat(sla.at(clock + "/breached").asBoolean()).isFalse();
			assertThat(sla.at(clock + "/running").asBoolean()).isFalse();
			assertThat(sla.at(clock + "/dueAt").isNull()).isTrue();
			assertThat(sla.at(clock + "/intervals").size()).isEqualTo(2);
			assertThat(sla.at(clock + "/intervals/0/from")).isEqualTo(resolved.get("createdAt"));
			assertThat(sla.at(clock + "/intervals/1/to")).isEqualTo(resolved.get("resolvedAt"));
		}
		assertThat(sla.at("/resolution/targetMinutes").asInt()).isEqualTo(600);
		String bare = open(customer(""), "").header("Location");
		assertThat(this.http.get(bare + "/sla").expect(200).json().get("resolution").isNull()).isTrue();
	}

	@Test
	void followsItsPriority() {
		HttpAnswer opened = open(customer(""),
				by(agreement(NORMAL + ", \"urgent\": {\"firstResponse\": 5, \"resolution\": 10}")));
		String path = opened.header("Location");
		JsonNode urgent = this.http.patch(path, opened.etag(), "{\"priority\": \"urgent\"}").expect(200).json();
		Instant created = Instant.parse(opened.json().get("createdAt").asString());
		assertThat(urgent.at("/resolution/dueAt").asString())
			.isEqualTo(created.plus(Duration.ofMinutes(10)).toString());
		JsonNode low = this.http.patch(path, "*", "{\"priority\": \"low\"}").expect(200).json();
		assertThat(low.get("resolution").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"subject\": \" \"|/subject", "\"priority\": \"huge\"|/priority",
					"\"customerId\": null|/customerId", "\"status\": \"closed\"|/status", "\"number\": 7|/number",
					"\"agreementId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"|/agreementId" })
	void refusesWhatIsInvalid(String fields, String pointer) {
		HttpAnswer opened = open(customer(""), "");
		JsonNode refused = this.http.patch(opened.header("Location"), opened.etag(), "{%s}".formatted(fields))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "UTC||/hours",
					"Europe/Atlantis|{\"day\": \"monday\", \"from\": \"09:00\", \"to\": \"17:00\"}|/timeZone",
					"UTC|{\"day\": \"monday\", \"from\": \"09:00\", \"to\": \"09:30\"}|/hours",
					"UTC|{\"day\": \"monday\", \"from\": \"17:00\", \"to\": \"09:00\"}|/hours/0/to",
					"UTC|{\"day\": \"monday\", \"from\": \"9\", \"to\": \"17:00\"}|/hours/0/from",
					"UTC|{\"day\": \"caturday\", \"from\": \"09:00\", \"to\": \"17:00\"}|/hours/0/day" })
	void refusesCalendarsThatCannotBeOpen(String zone, String hours, String pointer) {
		JsonNode refused = this.http.post(CALENDARS, calendar(zone, (hours != null) ? hours : "")).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void keepsWhatIsInUse() {
		String calendar = id(this.http.post(CALENDARS, always()).expect(201));
		String agreement = agreement(calendar, NORMAL);
		String path = open(customer(""), by(agreement)).header("Location");
		JsonNode refused = this.http.with("If-Match", "*").delete(CALENDARS + "/" + calendar).expect(409).json();
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("in_use");
		this.http.with("If-Match", "*").delete(AGREEMENTS + "/" + agreement).expect(409);
		act(path, "resolve").expect(200);
		act(path, "close").expect(200);
		this.http.with("If-Match", "*").delete(AGREEMENTS + "/" + agreement).expect(204);
		this.http.with("If-Match", "*").delete(CALENDARS + "/" + calendar).expect(204);
	}

	@Test
	void takesOnlyContactsOfItsCustomer() {
		String customer = customer("");
		String contact = id(
				this.http
					.post("/api/v1/contacts",
							"{\"customerId\": \"%s\", \"familyName\": \"Hopper\", \"primary\": false}"
								.formatted(customer))
					.expect(201));
		String field = ", \"contactId\": \"%s\"".formatted(contact);
		open(customer, field);
		JsonNode refused = this.http.post(PATH, body(customer(""), field)).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/contactId");
	}

	@Test
	void followsTheAccessToItsCustomer() {
		UUID me = UUID.randomUUID();
		HttpProbe caller = this.anyone.as(TestToken.user(me, "customer:read:own", "case:read:own", "case:write:own"));
		String own = open(customer(", \"ownerId\": \"%s\"".formatted(me)), "").header("Location");
		String foreign = open(customer(""), "").header("Location");
		caller.get(own + "/sla").expect(200);
		caller.with("If-Match", "*").post(own + "/respond", "").expect(200);
		caller.with("If-Match", "*").post(own + "/assign", "{\"assigneeId\": \"%s\"}".formatted(me)).expect(200);
		caller.get(foreign + "/sla").expect(404);
		caller.with("If-Match", "*").post(foreign + "/respond", "").expect(404);
		caller.with("If-Match", "*").post(foreign + "/assign", "{}").expect(404);
		assertThat(caller.get(PATH).expect(200).json().get("items").size()).isEqualTo(1);
		this.anyone.as("customer:read").get(own + "/sla").expect(403);
	}

	@Test
	void followsItsCustomerIntoAMergeAndBack() {
		String survivor = customer("");
		String merged = customer("");
		String path = open(merged, "").header("Location");
		HttpAnswer merge = this.http.with("If-Match", "\"0\"")
			.post("/api/v1/customers/" + survivor + "/merges",
					"{\"merged\": [{\"id\": \"%s\", \"version\": 0}]}".formatted(merged))
			.expect(201);
		assertThat(this.http.get(path).expect(200).json().get("customerId").asString()).isEqualTo(survivor);
		this.http.with("If-Match", merge.etag()).post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(this.http.get(path).expect(200).json().get("customerId").asString()).isEqualTo(merged);
	}

	@Test
	void showsInternalCommentsOnlyToThoseWhoCanChangeTheCase() {
		UUID me = UUID.randomUUID();
		String own = open(customer(", \"ownerId\": \"%s\"".formatted(me)), "").header("Location");
		comment(this.http, own, "Our fault", "internal").expect(201);
		assertThat(this.http.get(own).expect(200).json().get("respondedAt").isNull()).isTrue();
		comment(this.http, own, "We are looking into it", "public").expect(201);
		JsonNode open = this.http.get(own).expect(200).json();
		assertThat(open.get("status").asString()).isEqualTo("open");
		assertThat(open.get("respondedAt").isNull()).isFalse();
		HttpProbe reader = this.anyone.as("case:read");
		HttpProbe owner = this.anyone.as(TestToken.user(me, "case:read", "case:write:own"));
		HttpProbe stranger = this.anyone.as(TestToken.user(UUID.randomUUID(), "case:read", "case:write:own"));
		for (HttpProbe caller : List.of(this.http, owner)) {
			assertThat(texts(caller, own)).containsExactly("Our fault", "We are looking into it");
		}
		for (HttpProbe caller : List.of(reader, stranger)) {
			assertThat(texts(caller, own)).containsExactly("We are looking into it");
		}
		comment(stranger, own, "Me, too", "public").expect(403);
		comment(reader, own, "Me, too", "public").expect(403);
		this.anyone.as(TestToken.user(me, "case:read:own", "case:write:own"))
			.get(open(customer(""), "").header("Location") + "/comments")
			.expect(404);
		this.events.awaitExactly("kehu.cases", open.get("id").asString(), "io.kehu.case.opened.v1",
				"io.kehu.case.commented.v1", "io.kehu.case.responded.v1");
	}

	@Test
	void pagesAndReplaysComments() {
		String path = open(customer(""), "").header("Location");
		HttpProbe keyed = this.http.with("Idempotency-Key", UUID.randomUUID().toString());
		HttpAnswer first = comment(keyed, path, "one", "internal").expect(201);
		assertThat(comment(keyed, path, "one", "internal").expect(201).json()).isEqualTo(first.json());
		comment(this.http, path, "two", "public").expect(201);
		JsonNode page = this.http.get(path + "/comments?limit=1").expect(200).json();
		assertThat(page.at("/items/0")).isEqualTo(first.json());
		JsonNode next = this.http.get(path + "/comments?limit=1&cursor=" + page.get("nextCursor").asString())
			.expect(200)
			.json();
		assertThat(next.at("/items/0/text").asString()).isEqualTo("two");
		assertThat(next.get("nextCursor").isNull()).isTrue();
		this.http.get(path + "/comments?limit=0").expect(400);
		this.http.get(path + "/comments?cursor=x").expect(400);
		assertThat(comment(this.http, path, " ", "internal").expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/text");
	}

	@Test
	void mergesCasesAndUndoesThat() {
		String customer = customer("");
		List<HttpAnswer> opened = IntStream.range(0, 3).mapToObj((number) -> open(customer, "")).toList();
		List<String> paths = opened.stream().map((answer) -> answer.header("Location")).toList();
		for (int number = 0; number < 3; number++) {
			comment(this.http, paths.get(number), "of " + number, "internal").expect(201);
		}
		String first = merge(paths.get(1), id(opened.get(0))).expect(201).json().get("id").asString();
		assertThat(texts(this.http, paths.get(1))).containsExactly("of 0", "of 1");
		this.http.get(paths.get(0)).expect(404);
		this.http.post(paths.get(0) + "/restore", "").expect(409);
		String second = merge(paths.get(2), id(opened.get(1))).expect(201).json().get("id").asString();
		assertThat(texts(this.http, paths.get(2))).containsExactly("of 0", "of 1", "of 2");
		act(paths.get(1), "merges/" + first + "/undo").expect(404);
		act(paths.get(2), "merges/" + second + "/undo").expect(200);
		act(paths.get(2), "merges/" + second + "/undo").expect(200);
		act(paths.get(1), "merges/" + first + "/undo").expect(200);
		for (int number = 0; number < 3; number++) {
			assertThat(texts(this.http, paths.get(number))).containsExactly("of " + number);
		}
		JsonNode merges = this.http.get(paths.get(1) + "/merges").expect(200).json().get("items");
		assertThat(merges.at("/0/mergedId").asString()).isEqualTo(id(opened.get(0)));
		assertThat(merges.at("/0/undoneAt").isNull()).isFalse();
		this.events.awaitExactly("kehu.cases", id(opened.get(0)), "io.kehu.case.opened.v1", "io.kehu.case.commented.v1",
				"io.kehu.case.merged.v1", "io.kehu.case.unmerged.v1");
	}

	@Test
	void mergesOnlyWhatBelongsTogether() {
		String customer = customer("");
		HttpAnswer one = open(customer, "");
		String path = one.header("Location");
		merge(path, id(one)).expect(400);
		merge(path, id(open(customer(""), ""))).expect(409);
		merge(path, UUID.randomUUID().toString()).expect(404);
		String other = id(open(customer, ""));
		this.http.with("If-Match", "*")
			.post(path + "/merges", "{\"mergedId\": \"%s\", \"version\": 7}".formatted(other))
			.expect(412);
		String body = "{\"mergedId\": \"%s\"}".formatted(other);
		this.http.with("If-Match", "\"7\"").post(path + "/merges", body).expect(412);
		this.anyone.as("case:read", "case:write").with("If-Match", "*").post(path + "/merges", body).expect(403);
	}

	private HttpAnswer merge(String survivor, String merged) {
		return this.http.with("If-Match", "*").post(survivor + "/merges", "{\"mergedId\": \"%s\"}".formatted(merged));
	}

	private static HttpAnswer comment(HttpProbe http, String path, String text, String visibility) {
		return http.post(path + "/comments", "{\"text\": \"%s\", \"visibility\": \"%s\"}".formatted(text, visibility));
	}

	private static List<String> texts(HttpProbe http, String path) {
		return http.get(path + "/comments")
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.get("text").asString())
			.toList();
	}

}
