package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomerAccessAttackTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe program;

	private HttpProbe caller;

	private String name;

	private String body;

	private String hidden;

	private String path;

	@BeforeEach
	void givenAHiddenCustomer() {
		this.program = this.anyone
			.as(TestToken.client("loader", "customer:pii", "customer:read", "customer:write", "customer:delete"));
		this.caller = this.anyone
			.as(AccessCase.token("own", "customer:pii", "customer:read", "customer:write", "customer:delete"));
		this.name = "Secret" + UUID.randomUUID().toString().replace("-", "");
		this.body = "{\"kind\": \"company\", \"name\": \"%s\", %s}".formatted(this.name,
				AccessCase.FOREIGN.ownership());
		this.hidden = create(this.body);
		this.path = PATH + "/" + this.hidden;
	}

	private String create(String customer) {
		return this.program.post(PATH, customer).expect(201).json().get("id").asString();
	}

	@Test
	void aStoredAnswerBelongsToItsCaller() {
		String key = UUID.randomUUID().toString();
		this.program.with("Idempotency-Key", key).post(this.path + "/restore", "").expect(200);
		this.program.with("Idempotency-Key", key).post(this.path + "/restore", "").expect(200);
		HttpAnswer stolen = this.caller.with("Idempotency-Key", key).post(this.path + "/restore", "").expect(404);
		assertThat(stolen.body()).doesNotContain(this.name);
		String child = "{\"kind\": \"company\", \"name\": \"Child\"}";
		HttpAnswer first = this.program.with("Idempotency-Key", key + "a").post(PATH, child).expect(201);
		HttpAnswer other = this.caller.with("Idempotency-Key", key + "a").post(PATH, child).expect(201);
		assertThat(other.json().get("id")).isNotEqualTo(first.json().get("id"));
		HttpAnswer replayed = this.program.with("Idempotency-Key", key + "a").post(PATH, child).expect(201);
		assertThat(replayed.json().get("id")).isEqualTo(first.json().get("id"));
		assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
	}

	@Test
	void aCursorOfAnotherCallerShowsNothingMore() {
		create(this.body);
		create(this.body);
		String list = PATH + "?count=true&limit=1&name=" + this.name;
		JsonNode page = this.program.get(list).expect(200).json();
		assertThat(page.get("total").asInt()).isEqualTo(3);
		JsonNode stolen = this.caller.get(list + "&cursor=" + page.get("nextCursor").asString()).expect(200).json();
		assertThat(stolen.get("items").size()).isZero();
		assertThat(stolen.get("total").asInt()).isZero();
		assertThat(stolen.get("nextCursor").isNull()).isTrue();
	}

	@Test
	void aHiddenParentIsLikeNoneHoweverItIsNamed() {
		JsonNode own = this.caller.post(PATH, "{\"kind\": \"company\", \"name\": \"Own\"}").expect(201).json();
		String absent = UUID.randomUUID().toString();
		for (String parent : new String[] { this.hidden, absent }) {
			HttpAnswer patched = this.caller
				.patch(PATH + "/" + own.get("id").asString(), "*", "{\"parentId\": \"%s\"}".formatted(parent))
				.expect(400);
			String child = "{\"kind\": \"company\", \"name\": \"Child\", \"parentId\": \"%s\"}".formatted(parent);
			HttpAnswer upserted = this.caller.put(PATH + "/by-external-id/crm/" + UUID.randomUUID(), child).expect(400);
			JsonNode loaded = this.caller.with("Content-Type", "application/x-ndjson")
				.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(child + "\n"))
				.expect(200)
				.json();
			assertThat(loaded.get("status").asString()).isEqualTo("rejected");
			for (JsonNode answer : new JsonNode[] { patched.json(), upserted.json(), loaded }) {
				assertThat(answer.at("/errors/0/pointer").asString()).isEqualTo("/parentId");
				assertThat(answer.at("/errors/0/message").asString())
					.isEqualTo("there is no customer with this id that can be the parent");
			}
		}
	}

	@Test
	void whatIsTakenAwayIsGoneAtOnceAlthoughItWasReadBefore() {
		this.program.put(this.path + "/shares", AccessCase.READ_BY_ME.share()).expect(200);
		this.program.get(this.path).expect(200);
		this.caller.get(this.path).expect(200);
		this.program.delete(this.path + "/shares?userId=" + AccessCase.ME).expect(204);
		this.program.get(this.path).expect(200);
		this.caller.get(this.path).expect(404);
		this.program.patch(this.path, "*", "{" + AccessCase.OWN.ownership() + "}").expect(200);
		this.caller.get(this.path).expect(200);
		this.program.patch(this.path, "*", "{" + AccessCase.FOREIGN.ownership() + "}").expect(200);
		this.caller.get(this.path).expect(404);
		assertThat(total(this.caller)).isZero();
	}

	@Test
	void hiddenOnesAreLikeNoneBeforeAnythingElseIsLookedAt() {
		String absent = PATH + "/" + UUID.randomUUID();
		for (String one : new String[] { this.path, absent }) {
			this.caller.with("Content-Type", "application/merge-patch+json")
				.exchange("PATCH", one, BodyPublishers.ofString("{}"))
				.expect(428);
			this.caller.patch(one, "\"no-version\"", "{}").expect(404);
			this.caller.patch(one, "\"77\"", "{\"name\": null}").expect(404);
			this.caller.patch(one, "*", "{\"unknown\": 1}").expect(404);
			this.caller.put(one + "/shares", AccessCase.READ_BY_ME.share()).expect(404);
		}
	}

	@Test
	void eachPermissionHasAScopeOfItsOwn() {
		HttpProbe reader = as("customer:read", "customer:write:own", "customer:delete:team");
		reader.get(this.path).expect(200);
		assertThat(total(reader)).isEqualTo(1);
		reader.patch(this.path, "*", "{\"status\": \"active\"}").expect(403);
		reader.with("If-Match", "*").delete(this.path).expect(403);
		HttpProbe writer = as("customer:read:own", "customer:write");
		writer.get(this.path).expect(404);
		assertThat(total(writer)).isZero();
		writer.patch(this.path, "*", "{\"status\": \"active\"}").expect(200);
		writer.with("If-Match", "*").delete(this.path).expect(403);
	}

	@Test
	void nobodyReadsWithoutThePermissionToRead() {
		HttpProbe writer = as("customer:write:own", "customer:delete:own");
		for (String address : new String[] { PATH, PATH + "/export", this.path, this.path + "/history",
				this.path + "/shares" }) {
			assertThat(writer.get(address).expect(403).body()).doesNotContain(this.name);
		}
	}

	@Test
	void aClientOwnsNoRecords() {
		this.program.patch(this.path, "*", "{\"ownerId\": null, \"teamId\": null}").expect(200);
		HttpProbe partner = this.anyone
			.as(TestToken.client("partner", "customer:read:own", "customer:write:team", "customer:delete:own"));
		partner.get(this.path).expect(404);
		assertThat(total(partner)).isZero();
		partner.patch(this.path, "*", "{\"status\": \"active\"}").expect(404);
		partner.post(PATH, "{\"kind\": \"company\", \"name\": \"Nobody's\"}").expect(403);
	}

	private HttpProbe as(String... permissions) {
		return this.anyone.as(TestToken.user(AccessCase.ME, permissions).teams(AccessCase.MY_TEAM.toString()));
	}

	private int total(HttpProbe who) {
		return who.get(PATH + "?count=true&name=" + this.name).expect(200).json().get("total").asInt();
	}

}
