package io.kehu.auth.user;

import java.util.List;
import java.util.Map;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class UserApiTests {

	private static final String PATH = "/api/v1/users";

	@Autowired
	People people;

	@Autowired
	EventProbe events;

	@Autowired
	JdbcClient database;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.people.operator();
	}

	@Test
	void registersAUserWithAllFields() {
		HttpAnswer created = this.http.post(PATH, """
				{"username": " Grace.Hopper ", "displayName": "Grace Hopper", "email": "grace@example.org",
				 "locale": "en-US", "roles": ["support-agent", "marketing", "marketing"],
				 "externalIds": [{"system": "legacy", "id": "7"}]}""").expect(201);
		JsonNode user = created.json();
		assertThat(created.header("Location")).isEqualTo(PATH + "/" + user.get("id").asString());
		assertThat(user.get("username").asString()).isEqualTo("grace.hopper");
		assertThat(user.get("enabled").asBoolean()).isTrue();
		assertThat(user.get("roles").valueStream().map(JsonNode::asString)).containsExactly("marketing",
				"support-agent");
		HttpAnswer read = this.http.get(created.header("Location")).expect(200);
		assertThat(read.json()).isEqualTo(user);
		assertThat(read.etag()).isEqualTo(created.etag()).isNotEmpty();
		assertThat(this.http.get(PATH + "?externalId=legacy:7").json().at("/items/0/id")).isEqualTo(user.get("id"));
		assertThat(this.http.post(PATH, Map.of("username", "GRACE.hopper"))
			.expect(409)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/username");
	}

	@Test
	void changesWhatAMergePatchNamesAndNothingElse() {
		HttpAnswer created = create("patched", "marketing");
		String path = created.header("Location");
		HttpAnswer changed = this.http.patch(path, created.etag(), Map.of("displayName", "Patched")).expect(200);
		assertThat(changed.json().get("displayName").asString()).isEqualTo("Patched");
		assertThat(changed.json().get("roles")).isEqualTo(created.json().get("roles"));
		this.http.patch(path, created.etag(), Map.of("displayName", "Late")).expect(412);
		assertThat(this.http.patch(path, changed.etag(), Map.of("displayName", "Patched")).expect(200).etag())
			.isEqualTo(changed.etag());
		for (String field : List.of("enabled", "passwordHash", "passwordResetRequired", "version", "deletedAt")) {
			HttpAnswer refused = this.http.patch(path, changed.etag(), Map.of(field, "other")).expect(400);
			assertThat(refused.json().at("/errors/0/code").asString())
				.isEqualTo(field.equals("passwordHash") ? "unknown_field" : "not_changeable");
		}
	}

	@Test
	void tellsTheWorldOfEachVersionAndOfNoHash() {
		String id = this.people.register("eventful", List.of(), List.of()).get("id").asString();
		String path = PATH + "/" + id;
		this.http.post(path + "/lock", "").expect(204);
		this.http.post(path + "/lock", "").expect(204);
		this.http.post(path + "/unlock", "").expect(204);
		this.http.post(path + "/require-password-reset", "").expect(204);
		this.http.with("If-Match", "*").delete(path).expect(204);
		this.http.get(path).expect(404);
		this.http.post(path + "/restore", "").expect(200);
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.users", id, "io.kehu.user.registered.v1",
				"io.kehu.user.locked.v1", "io.kehu.user.unlocked.v1", "io.kehu.user.changed.v1",
				"io.kehu.user.deleted.v1", "io.kehu.user.restored.v1");
		assertThat(seen).allSatisfy((event) -> assertThat(event.json().toString()).doesNotContain("argon2"));
		assertThat(seen.get(1).json().get("enabled").asBoolean()).isFalse();
		assertThat(seen.get(3).json().get("passwordResetRequired").asBoolean()).isTrue();
		JsonNode history = this.http.get(path + "/history").expect(200).json().get("items");
		assertThat(history.valueStream().map((line) -> line.get("action").asString())).containsExactly("registered",
				"locked", "unlocked", "changed", "deleted", "restored");
		assertThat(history.at("/1/changes/0/field").asString()).isEqualTo("enabled");
		List<String> audited = this.database.sql("select action from audit_log where subject_id::text = ? order by id")
			.param(id)
			.query(String.class)
			.list();
		assertThat(audited).containsExactly("user.registered", "user.locked", "user.unlocked", "user.changed",
				"user.deleted", "user.restored");
	}

	@Test
	void listsWhatWasAskedFor() {
		create("lister-1", "marketing");
		create("lister-2", "marketing");
		create("lister-3", "auditor");
		JsonNode page = this.http
			.get(PATH + "?username[like]=lister-*&role=marketing&sort=-username&limit=1&count=true")
			.expect(200)
			.json();
		assertThat(page.get("total").asInt()).isEqualTo(2);
		assertThat(page.at("/items/0/username").asString()).isEqualTo("lister-2");
		JsonNode next = this.http
			.get(PATH + "?username[like]=lister-*&role=marketing&sort=-username&limit=1&cursor="
					+ page.get("nextCursor").asString())
			.expect(200)
			.json();
		assertThat(next.at("/items/0/username").asString()).isEqualTo("lister-1");
		assertThat(this.http.get(PATH + "?q=lister-3").json().get("items").size()).isOne();
		assertThat(this.http.get(PATH + "?passwordHash=x").expect(400).json().at("/errors/0/code").asString())
			.isEqualTo("unknown_field");
	}

	@Test
	void aReplayedRequestMakesNoSecondUser() {
		HttpProbe once = this.http.with("Idempotency-Key", "the-same");
		String first = once.post(PATH, Map.of("username", "once")).expect(201).json().get("id").asString();
		assertThat(once.post(PATH, Map.of("username", "once")).expect(201).json().get("id").asString())
			.isEqualTo(first);
	}

	private HttpAnswer create(String username, String... roles) {
		return this.http.post(PATH, Map.of("username", username, "roles", List.of(roles))).expect(201);
	}

}
