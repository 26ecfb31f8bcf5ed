package io.kehu.auth.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@AuthServiceTest
class AuditTests {

	private static final String PATH = "/api/v1/audit";

	@Autowired
	People people;

	@Test
	void saysWhoDidWhat() {
		HttpProbe operator = this.people.operator();
		String user = this.people.register("audited", List.of(), List.of()).get("id").asString();
		operator.patch("/api/v1/users/" + user, "*", Map.of("roles", List.of("marketing"))).expect(200);
		HttpProbe auditor = this.people.newUser("auditor", "auditor");
		JsonNode lines = auditor.get(PATH + "?subjectId=" + user + "&sort=at").expect(200).json().get("items");
		assertThat(lines.valueStream().map((line) -> line.get("action").asString())).containsExactly("user.registered",
				"user.changed");
		assertThat(lines.at("/1/actor").asString()).isEqualTo("kehu-cli");
		assertThat(lines.at("/1/details/changes/0/field").asString()).isEqualTo("roles");
		assertThat(lines.at("/1/details/changes/0/to/0").asString()).isEqualTo("marketing");
		JsonNode newest = auditor.get(PATH + "?action=user.changed&actor=kehu-cli&sort=-id&limit=1").expect(200).json();
		assertThat(newest.at("/items/0/subjectId").asString()).isEqualTo(user);
		assertThat(auditor.get(PATH + "?at[gt]=2999-01-01T00:00:00Z").json().get("items").size()).isZero();
	}

	@Test
	void notesLoginsRefusalsAndWhatIsTakenBack() {
		String user = this.people.register("watched", List.of(), List.of()).get("id").asString();
		assertThat(this.people.mayLogIn("watched", "a wrong password")).isFalse();
		assertThat(this.people.mayLogIn("watched", People.PASSWORD)).isTrue();
		HttpProbe operator = this.people.operator();
		operator.delete("/api/v1/users/" + user + "/sessions").expect(204);
		operator.post("/api/v1/users/" + user + "/lock", "").expect(204);
		assertThat(this.people.mayLogIn("watched", People.PASSWORD)).isFalse();
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(actions(operator, "subjectId=" + user)).containsExactlyInAnyOrder(
					"user.registered", "user.login-refused", "user.logged-in", "user.logins-ended", "user.locked",
					"user.login-refused"));
		JsonNode refused = operator.get(PATH + "?action=user.login-refused&subjectId=" + user)
			.json()
			.at("/items/0/details");
		assertThat(refused.get("address").asString()).isEqualTo("127.0.0.1");
		assertThat(refused.toString()).doesNotContain("a wrong password");
	}

	@Test
	void notesThatAKeyIsReplacedAndByWhom() {
		HttpProbe operator = this.people.operator();
		operator.post("/api/v1/signing-keys", "").expect(202);
		JsonNode line = operator.get(PATH + "?action=key.replaced").json().at("/items/0");
		assertThat(line.get("actor").asString()).isEqualTo("kehu-cli");
		assertThat(line.at("/details/keyId").asString()).isNotEmpty();
		operator.post("/api/v1/signing-keys", "").expect(202);
		assertThat(actions(operator, "action=key.replaced")).as("One that waits is enough, for each algorithm")
			.hasSize(2);
	}

	private static List<String> actions(HttpProbe caller, String filter) {
		return caller.get(PATH + "?" + filter)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((line) -> line.get("action").asString())
			.toList();
	}

	@Test
	void isReadByThoseAloneWhoMay() {
		this.people.newUser("curious", "sales-manager").get(PATH).expect(403);
		this.people.operator().post(PATH, "{}").expect(405);
		this.people.operator().get(PATH + "?details=x").expect(400);
	}

}
