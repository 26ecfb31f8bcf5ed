package io.kehu.auth.role;

import java.util.List;
import java.util.Map;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class RoleTests {

	private static final String PATH = "/api/v1/roles";

	@Autowired
	People people;

	@Autowired
	EventProbe events;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.people.operator();
	}

	@Test
	void whatComesWithTheSystemStaysAsItIs() {
		JsonNode builtIn = this.http.get(PATH + "?builtIn=true").expect(200).json().get("items");
		assertThat(builtIn.valueStream().map((role) -> role.get("name").asString())).contains("administrator",
				"sales-manager", "sales-representative", "marketing", "support-agent", "data-steward", "auditor",
				"partner");
		builtIn.valueStream().forEach((role) -> {
			String path = PATH + "/" + role.get("id").asString();
			assertThat(
					this.http.patch(path, "*", Map.of("description", "Mine")).expect(409).json().get("type").asString())
				.endsWith("built-in");
			this.http.with("If-Match", "*").delete(path).expect(409);
		});
		assertThat(permissions("auditor")).isNotEmpty().allMatch((permission) -> permission.endsWith(":read"));
		assertThat(permissions("sales-representative")).contains("customer:read:team", "customer:write:own");
	}

	@Test
	void whetherARoleWantsASecondFactorCanBeSaidOfEachRole() {
		JsonNode steward = this.http.get(PATH + "?name=data-steward").expect(200).json().at("/items/0");
		String id = steward.get("id").asString();
		HttpAnswer wanting = this.http.patch(PATH + "/" + id, "*", Map.of("secondFactorRequired", true)).expect(200);
		assertThat(wanting.json().get("secondFactorRequired").asBoolean()).isTrue();
		assertThat(wanting.json().get("permissions")).isEqualTo(steward.get("permissions"));
		this.http
			.patch(PATH + "/" + id, "*", Map.of("secondFactorRequired", false, "permissions", List.of("user:write")))
			.expect(409);
		assertThat(this.http.get(PATH + "?secondFactorRequired=true").json().at("/items/0/name").asString())
			.isEqualTo("data-steward");
		this.http.patch(PATH + "/" + id, wanting.etag(), Map.of("secondFactorRequired", false)).expect(200);
		this.events.awaitExactly("kehu.users", id, "io.kehu.role.changed.v1", "io.kehu.role.changed.v1");
		JsonNode line = this.http.get("/api/v1/audit?subjectId=" + id + "&sort=at").json().at("/items/0");
		assertThat(line.get("action").asString()).isEqualTo("role.changed");
		assertThat(line.at("/details/changes/0/field").asString()).isEqualTo("secondFactorRequired");
		HttpAnswer own = this.http
			.post(PATH, Map.of("name", "careful", "permissions", List.of("product:read"), "secondFactorRequired", true))
			.expect(201);
		assertThat(own.json().get("secondFactorRequired").asBoolean()).isTrue();
	}

	@Test
	void noOneReturnsWithARoleOrTeamThatIsDeleted() {
		String role = define("passing", "product:read").header("Location");
		String team = this.http.post("/api/v1/teams", Map.of("name", "Passing")).expect(201).header("Location");
		String teamId = team.substring(team.lastIndexOf('/') + 1);
		HttpProbe any = this.http.with("If-Match", "*");
		for (String path : List.of("/api/v1/users", "/api/v1/clients")) {
			String name = path.endsWith("users") ? "username" : "name";
			String holder = this.http
				.post(path, Map.of(name, "returning", "roles", List.of("passing"), "teamIds", List.of(teamId)))
				.expect(201)
				.header("Location");
			any.delete(holder).expect(204);
			any.delete(role).expect(204);
			JsonNode refused = this.http.post(holder + "/restore", "").expect(409).json();
			assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/roles/0");
			assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
			this.http.post(role + "/restore", "").expect(200);
			any.delete(team).expect(204);
			assertThat(this.http.post(holder + "/restore", "").expect(409).json().at("/errors/0/pointer").asString())
				.isEqualTo("/teamIds/0");
			this.http.post(team + "/restore", "").expect(200);
			this.http.post(holder + "/restore", "").expect(200);
			any.delete(holder).expect(204);
		}
	}

	@Test
	void whatAHolderHasAlreadyIsNotCheckedAgain(@Autowired JdbcClient database) {
		define("vanishing", "product:read");
		for (String path : List.of("/api/v1/users", "/api/v1/clients")) {
			String name = path.endsWith("users") ? "username" : "name";
			String holder = this.http.post(path, Map.of(name, "lasting", "roles", List.of("vanishing")))
				.expect(201)
				.header("Location");
			database.sql("update roles set deleted_at = now() where name = 'vanishing'").update();
			this.http.patch(holder, "*", Map.of("roles", List.of("vanishing", "auditor"))).expect(200);
			JsonNode refused = this.http.patch(holder, "*", Map.of("roles", List.of("vanishing", "emperor")))
				.expect(400)
				.json();
			assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/roles/1");
			database.sql("update roles set deleted_at = null where name = 'vanishing'").update();
		}
	}

	@Test
	void aRoleOfOnesOwnReachesAsFarAsItSays() {
		HttpAnswer created = define("order-clerk", "customer:read:own", "order:write:team", "customer:read",
				"product:read");
		assertThat(created.json().get("permissions").valueStream().map(JsonNode::asString))
			.containsExactly("customer:read", "order:write:team", "product:read");
		String path = created.header("Location");
		HttpProbe clerk = this.people.newUser("order-clerk", "order-clerk");
		assertThat(clerk.get("/api/v1/me").json().get("roles").toString()).contains("order-clerk");
		this.http.patch(path, "*", Map.of("description", "Enters orders")).expect(200);
		clerk.get("/api/v1/me").expect(200);
		this.http.patch(path, "*", Map.of("permissions", List.of("product:read"))).expect(200);
		clerk.get("/api/v1/me").expect(401);
		assertThat(this.people.logIn("order-clerk").get("/api/v1/me").json().get("permissions").toString())
			.isEqualTo("[\"product:read\"]");
		this.http.with("If-Match", "*").delete(path).expect(409);
		assertThat(
				this.http.patch(path, "*", Map.of("name", "other")).expect(400).json().at("/errors/0/code").asString())
			.isEqualTo("immutable");
	}

	@Test
	void theWidestScopeOfAllRolesCounts() {
		define("narrow", "customer:read:own", "order:read:team");
		define("wide", "customer:read:team", "order:read:own");
		HttpProbe both = this.people.newUser("both", "narrow", "wide");
		assertThat(both.get("/api/v1/me").json().get("permissions").valueStream().map(JsonNode::asString))
			.allMatch((permission) -> permission.startsWith("customer:read") || permission.startsWith("order:read"))
			.hasSize(2);
	}

	@Test
	void nobodyDefinesWhatTheyDoNotHave() {
		define("role-clerk", "role:read", "role:write", "customer:read:team");
		HttpProbe clerk = this.people.newUser("role-clerk", "role-clerk");
		String own = PATH + "/" + this.http.get(PATH + "?name=role-clerk").json().at("/items/0/id").asString();
		for (String more : List.of("user:write", "customer:read", "customer:read:team")) {
			HttpAnswer refused = clerk.post(PATH, Map.of("name", "more", "permissions", List.of(more))).expect(403);
			assertThat(refused.json().get("type").asString()).endsWith("exceeds-own-rights");
		}
		clerk.patch(own, "*", Map.of("permissions", List.of("role:read", "role:write", "user:write"))).expect(403);
		clerk.post(PATH, Map.of("name", "less", "permissions", List.of("role:read", "customer:read:own"))).expect(201);
		assertThat(this.http.get(PATH + "?name=more").json().get("items").size()).isZero();
	}

	@Test
	void refusesWhatNothingWouldEverCheck() {
		for (String[] wrong : new String[][] { { "customer:fly", "unknown_permission" },
				{ "user:read:own", "invalid_scope" }, { "customer", "invalid_format" },
				{ "customer:read:some", "invalid_format" } }) {
			HttpAnswer refused = this.http
				.post(PATH, Map.of("name", "wrong", "permissions", List.of("product:read", wrong[0])))
				.expect(400);
			assertThat(refused.json().at("/errors/0/code").asString()).as(wrong[0]).isEqualTo(wrong[1]);
			assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/permissions/1");
		}
		JsonNode permissions = this.http.get(PATH + "/permissions").expect(200).json().get("items");
		assertThat(permissions.toString()).contains("customer:read", "client:write");
	}

	@Test
	void tellsTheWorldOfEachVersion() {
		HttpAnswer created = define("eventful", "product:read");
		String path = created.header("Location");
		this.http.patch(path, created.etag(), Map.of("permissions", List.of("order:read:own"))).expect(200);
		this.http.with("If-Match", "*").delete(path).expect(204);
		this.http.post(PATH, Map.of("name", "eventful")).expect(409);
		this.http.post(path + "/restore", "").expect(200);
		this.events.awaitExactly("kehu.users", created.json().get("id").asString(), "io.kehu.role.defined.v1",
				"io.kehu.role.changed.v1", "io.kehu.role.deleted.v1", "io.kehu.role.restored.v1");
		assertThat(this.http.get(path + "/history").expect(200).json().get("items").size()).isEqualTo(4);
	}

	private HttpAnswer define(String name, String... permissions) {
		return this.http.post(PATH, Map.of("name", name, "permissions", List.of(permissions))).expect(201);
	}

	private List<String> permissions(String role) {
		return this.http.get(PATH + "?name=" + role)
			.json()
			.at("/items/0/permissions")
			.valueStream()
			.map(JsonNode::asString)
			.toList();
	}

}
