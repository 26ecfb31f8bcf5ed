package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a caller can do to a customer, for each scope and each way in which the customer
 * is the caller's or not.
 */
@CustomerServiceTest
class CustomerAccessTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe program;

	private HttpProbe caller;

	private String id;

	private String name;

	private String externalId;

	private String etag;

	@BeforeEach
	void signIn() {
		this.program = this.anyone
			.as(TestToken.client("loader", "customer:pii", "customer:read", "customer:write", "customer:delete"));
	}

	static Stream<Arguments> cases() {
		return Stream.of("own", "team", "all")
			.flatMap((scope) -> Arrays.stream(AccessCase.values()).map((record) -> Arguments.of(scope, record)));
	}

	private void given(String scope, AccessCase record) {
		this.name = "Secret" + UUID.randomUUID().toString().replace("-", "");
		this.externalId = UUID.randomUUID().toString();
		HttpAnswer created = this.program.post(PATH, body(this.name, record.ownership())).expect(201);
		this.id = created.json().get("id").asString();
		this.etag = created.etag();
		if (!record.share().isEmpty()) {
			this.program.put(path() + "/shares", record.share()).expect(200);
		}
		this.caller = this.anyone
			.as(AccessCase.token(scope, "customer:pii", "customer:read", "customer:write", "customer:delete"));
	}

	private String body(String called, String ownership) {
		return """
				{"kind": "company", "name": "%s", %s, "externalIds": [{"system": "crm", "id": "%s"}]}"""
			.formatted(called, ownership, this.externalId);
	}

	private String path() {
		return PATH + "/" + this.id;
	}

	private static int status(AccessCase record, String scope, boolean allowed, int success) {
		return allowed ? success : record.visibleTo(scope) ? 403 : 404;
	}

	private void isSilent(HttpAnswer answer) {
		assertThat(answer.body()).doesNotContain(this.name);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void singleReads(String scope, AccessCase record) {
		given(scope, record);
		int expected = record.visibleTo(scope) ? 200 : 404;
		for (String part : new String[] { "", "/history", "/shares" }) {
			HttpAnswer answer = this.caller.get(path() + part).expect(expected);
			if (expected == 404) {
				String none = UUID.randomUUID().toString();
				JsonNode absent = this.caller.get(PATH + "/" + none + part).expect(404).json();
				assertThat(answer.json().get("detail").asString().replace(this.id, none))
					.isEqualTo(absent.get("detail").asString());
				isSilent(answer);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void listsCountsFiltersAndExports(String scope, AccessCase record) {
		given(scope, record);
		boolean visible = record.visibleTo(scope);
		for (String filter : new String[] { "name=" + this.name,
				"q=" + this.name.substring(0, 20).toLowerCase(Locale.ROOT), "externalId=crm:" + this.externalId,
				"name[like]=" + this.name + "*", "id=" + this.id,
				"name[gte]=" + this.name + "&name[lte]=" + this.name + "&sort=-name" }) {
			JsonNode page = this.caller.get(PATH + "?count=true&" + filter.replace("[", "%5B").replace("]", "%5D"))
				.expect(200)
				.json();
			assertThat(page.get("items").size()).as(filter).isEqualTo(visible ? 1 : 0);
			assertThat(page.get("total").asInt()).as(filter).isEqualTo(visible ? 1 : 0);
		}
		for (String format : new String[] { "csv", "ndjson" }) {
			HttpAnswer export = this.caller.get(PATH + "/export?format=" + format + "&name=" + this.name).expect(200);
			assertThat(export.body().contains(this.name)).isEqualTo(visible);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "own", "team", "all" })
	void pagesThroughWhatIsVisibleAmongWhatIsNot(String scope) {
		String tag = UUID.randomUUID().toString();
		Set<String> visible = new HashSet<>();
		for (AccessCase record : AccessCase.values()) {
			given(scope, record);
			this.program.patch(path(), "*", "{\"tags\": [\"%s\"]}".formatted(tag)).expect(200);
			if (record.visibleTo(scope)) {
				visible.add(this.id);
			}
		}
		for (String sort : new String[] { "-createdAt", "-id", "-name" }) {
			assertThat(pages("tag=" + tag + "&sort=" + sort)).as(sort).containsExactlyInAnyOrderElementsOf(visible);
		}
	}

	private List<String> pages(String query) {
		List<String> ids = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = this.caller.get(PATH + "?limit=3&" + query + cursor).expect(200).json();
			page.get("items").forEach((item) -> ids.add(item.get("id").asString()));
			cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asString();
		}
		while (!cursor.isEmpty());
		return ids;
	}

	@ParameterizedTest
	@MethodSource("cases")
	void changes(String scope, AccessCase record) {
		given(scope, record);
		int expected = status(record, scope, record.changeableBy(scope), 200);
		isSilent(this.caller.patch(path(), "\"77\"", "{\"status\": \"active\"}")
			.expect((expected == 200) ? 412 : expected));
		this.caller.patch(path(), this.etag, "{\"status\": \"active\"}").expect(expected);
		assertThat(this.program.get(path()).json().get("status").asString())
			.isEqualTo((expected == 200) ? "active" : "prospect");
	}

	@ParameterizedTest
	@MethodSource("cases")
	void upserts(String scope, AccessCase record) {
		given(scope, record);
		String body = "{\"kind\": \"company\", \"name\": \"Upserted\"}";
		boolean visible = record.visibleTo(scope);
		int expected = record.changeableBy(scope) ? 200 : visible ? 403 : 409;
		HttpAnswer answer = this.caller.put(PATH + "/by-external-id/crm/" + this.externalId, body).expect(expected);
		assertThat(answer.body().contains(this.id)).isEqualTo(expected == 200);
		isSilent(answer);
		JsonNode line = bulk("Loaded");
		assertThat(line.get("status").asString()).isEqualTo((expected == 200) ? "updated" : "rejected");
		if (expected != 200) {
			assertThat(line.at("/errors/0/code").asString()).isEqualTo(visible ? "forbidden" : "conflict");
			assertThat(line.toString()).doesNotContain(this.id, this.name);
			assertThat(this.program.get(path()).json().get("name").asString()).isEqualTo(this.name);
		}
		JsonNode stored = this.program.get(path()).json();
		assertThat(record.ownership()).contains("\"ownerId\": " + stored.get("ownerId"));
	}

	private JsonNode bulk(String called) {
		return this.caller.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString("""
					{"kind": "company", "name": "%s", "externalIds": [{"system": "crm", "id": "%s"}]}
					""".formatted(called, this.externalId)))
			.expect(200)
			.json();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void tellsNothingOfADeletedOneThatIsHidden(String scope, AccessCase record) {
		given(scope, record);
		HttpAnswer present = this.caller.post(PATH, body("Twin", AccessCase.OWN.ownership())).expect(409);
		isSilent(present);
		this.program.with("If-Match", "*").delete(path()).expect(204);
		HttpAnswer deleted = this.caller.post(PATH, body("Twin", AccessCase.OWN.ownership())).expect(409);
		String body = "{\"kind\": \"company\", \"name\": \"x\"}";
		HttpAnswer upserted = this.caller.put(PATH + "/by-external-id/crm/" + this.externalId, body).expect(409);
		isSilent(deleted);
		if (record.visibleTo(scope)) {
			assertThat(deleted.json().at("/errors/0/recordId").asString()).isEqualTo(this.id);
		}
		else {
			assertThat(deleted.json().get("errors")).isEqualTo(present.json().get("errors"));
			assertThat(upserted.json().get("errors")).isEqualTo(present.json().get("errors"));
			assertThat(bulk("Loaded").get("errors")).isEqualTo(present.json().get("errors"));
		}
		this.caller.get(path()).expect(404);
		this.caller.get(path() + "/history").expect(record.visibleTo(scope) ? 200 : 404);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void deletesAndRestores(String scope, AccessCase record) {
		given(scope, record);
		boolean reached = record.reachedBy(scope);
		HttpAnswer deleted = this.caller.with("If-Match", this.etag)
			.delete(path())
			.expect(status(record, scope, reached, 204));
		isSilent(deleted);
		if (!reached) {
			this.program.with("If-Match", this.etag).delete(path()).expect(204);
		}
		HttpAnswer restored = this.caller.post(path() + "/restore", "").expect(status(record, scope, reached, 200));
		assertThat(restored.body().contains(this.name)).isEqualTo(reached);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void sharesAndGivesAway(String scope, AccessCase record) {
		given(scope, record);
		int expected = status(record, scope, record.reachedBy(scope), 200);
		String share = "{\"userId\": \"%s\", \"permission\": \"write\"}".formatted(AccessCase.ANOTHER);
		isSilent(this.caller.put(path() + "/shares", share).expect(expected));
		isSilent(this.caller.delete(path() + "/shares?userId=" + AccessCase.ANOTHER)
			.expect((expected == 200) ? 204 : expected));
		boolean changeable = record.changeableBy(scope);
		int taken = (changeable && !record.reachedBy(scope)) ? 403 : status(record, scope, changeable, 200);
		isSilent(this.caller.patch(path(), "*", "{\"name\": \"Taken\", " + AccessCase.OWN.ownership() + "}")
			.expect(taken));
		HttpAnswer given = this.caller.patch(path(), "*", "{" + AccessCase.FOREIGN.ownership() + "}");
		boolean already = record.ownership().equals(AccessCase.FOREIGN.ownership()) && taken != 200;
		assertThat(given.status()).isEqualTo((scope.equals("all") || (already && changeable)) ? 200
				: changeable ? 403 : status(record, scope, false, 0));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void refersToNothingHidden(String scope, AccessCase record) {
		given(scope, record);
		String child = "{\"kind\": \"company\", \"name\": \"Child\", \"parentId\": \"%s\"}";
		HttpAnswer answer = this.caller.post(PATH, child.formatted(this.id))
			.expect(record.visibleTo(scope) ? 201 : 400);
		if (answer.status() == 400) {
			HttpAnswer absent = this.caller.post(PATH, child.formatted(UUID.randomUUID())).expect(400);
			assertThat(answer.json().get("errors")).isEqualTo(absent.json().get("errors"));
		}
	}

}
