package io.kehu.auth;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.test.contract.HiddenRecords;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of the service, called for users, teams, roles, clients and logins of
 * others by a user without rights over them.
 */
@AuthServiceTest
class HiddenPeopleTests {

	private static final String API = "/api/v1/";

	private final String secret = "s" + UUID.randomUUID().toString().replace("-", "");

	private final String key = UUID.randomUUID().toString();

	@Autowired
	private People people;

	private HttpProbe operator;

	private JsonNode user;

	private JsonNode client;

	private JsonNode secretOfClient;

	private JsonNode team;

	private JsonNode role;

	private String session;

	private void register() {
		this.operator = this.people.operator();
		Map<String, String> external = Map.of("system", "hr", "id", this.key);
		this.team = create("teams", Map.of("name", this.secret, "externalIds", List.of(external)));
		this.role = create("roles", Map.of("name", this.secret, "description", this.secret));
		this.client = create("clients", Map.of("name", this.secret));
		this.secretOfClient = create("clients/" + id(this.client) + "/secrets", Map.of());
		this.user = this.people.register(Map.of("username", this.secret, "displayName", this.secret, "email",
				this.secret + "@mail.example", "externalIds", List.of(external)));
		this.people.logIn(this.secret).get(API + "me").expect(200);
		this.session = this.operator.get(API + "users/" + id(this.user) + "/sessions")
			.expect(200)
			.json()
			.at("/items/0/id")
			.asString();
	}

	private JsonNode create(String path, Object body) {
		return this.operator.post(API + path, body).expect(201).json();
	}

	private static String id(JsonNode record) {
		return record.get("id").asString();
	}

	private HiddenRecords hidden() {
		HiddenRecords walk = new HiddenRecords(this.secret).at(API + "users/{userId}", id(this.user))
			.at(API + "users/{userId}/sessions/{id}", this.session)
			.at(API + "me/sessions/{id}", this.session)
			.at(API + "me/consents/{clientId}", this.secretOfClient.get("clientId").asString())
			.at(API + "clients/{clientId}", this.secretOfClient.get("clientId").asString())
			.at(API + "clients/{id}/secrets/{secretId}", id(this.secretOfClient))
			.at(API + "roles/permissions/{name}", "customer:read")
			.at(API + "owners/path/{resource}", "users")
			.at(API + "owners/permission/{resource}", "user")
			.with("POST /api/v1/teams", "{\"name\": \"x\", \"parentId\": \"%s\"}".formatted(id(this.team)))
			.with("POST /api/v1/users", "{\"username\": \"x\", \"teamIds\": [\"%s\"]}".formatted(id(this.team)))
			.with("POST /api/v1/clients", "{\"name\": \"x\", \"teamIds\": [\"%s\"]}".formatted(id(this.team)))
			.with("POST /api/v1/roles", "{\"name\": \"x\", \"description\": \"x\"}");
		describe(walk, "users", this.user, "{\"username\": \"x\"}");
		describe(walk, "teams", this.team, "{\"name\": \"x\"}");
		describe(walk, "roles", this.role, "{\"name\": \"x\", \"description\": \"x\"}");
		describe(walk, "clients", this.client, "{\"name\": \"x\"}");
		return walk;
	}

	private void describe(HiddenRecords walk, String kind, JsonNode record, String valid) {
		String path = API + kind;
		walk.at(path + "/{id}", id(record))
			.at(path + "/by-external-id/{system}", "hr")
			.at(path + "/by-external-id/{system}/{externalId}", this.key)
			.with("PUT " + path + "/by-external-id/{system}/{externalId}", valid)
			.with("PATCH " + path + "/by-external-id/{system}/{externalId}", valid)
			.with("POST " + path + "/bulk", valid)
			.with("POST " + path + "/batch-get", "{\"ids\": [\"%s\"]}".formatted(id(record)))
			.asking("GET " + path, "id=" + id(record))
			.asking("GET " + path + "/export", "format=ndjson&id=" + id(record));
	}

	@Test
	void areNeitherShownNorChanged() {
		register();
		HttpProbe caller = this.people.newUser("c" + this.key);
		List<String> before = state();
		assertThat(hidden().walk(caller)).isGreaterThan(40);
		assertThat(state()).isEqualTo(before);
	}

	private List<String> state() {
		return List
			.of("users/" + id(this.user), "users/" + id(this.user) + "/sessions", "teams/" + id(this.team),
					"roles/" + id(this.role), "clients/" + id(this.client))
			.stream()
			.map((path) -> this.operator.get(API + path).expect(200))
			.map(HttpAnswer::body)
			.toList();
	}

}
