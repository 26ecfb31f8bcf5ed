package io.kehu.auth.user;

import java.util.List;
import java.util.Map;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class UserRightsTests {

	private static final String PATH = "/api/v1/users";

	@Autowired
	People people;

	@Autowired
	JdbcClient database;

	@Test
	void oneUserReadsAndChangesNothingOfAnother() {
		String other = PATH + "/" + this.people.register("victim", List.of(), List.of()).get("id").asString();
		HttpProbe someone = this.people.newUser("nosy", "sales-representative");
		someone.get(PATH).expect(403);
		someone.get(other).expect(403);
		someone.get(other + "/history").expect(403);
		someone.patch(other, "*", Map.of("displayName", "Mine")).expect(403);
		someone.post(other + "/lock", "").expect(403);
		someone.with("If-Match", "*").delete(other).expect(403);
		someone.post(PATH, Map.of("username", "mine")).expect(403);
		HttpProbe reader = this.people.newUser("reader", "auditor");
		reader.get(other).expect(200);
		reader.patch(other, "*", Map.of("displayName", "Mine")).expect(403);
	}

	@Test
	void rightsThatTheCallerLacksCannotBeGranted() {
		role("user-clerk", "user:read:ALL", "user:write:ALL", "customer:read:TEAM");
		HttpProbe clerk = this.people.newUser("clerk", "user-clerk");
		HttpAnswer plain = clerk.post(PATH, Map.of("username", "plain")).expect(201);
		String path = plain.header("Location");
		refused(clerk.patch(path, "*", Map.of("roles", List.of("administrator"))));
		refused(clerk.patch(path, "*", Map.of("roles", List.of("auditor"))));
		refused(clerk.post(PATH, Map.of("username", "too-much", "roles", List.of("support-agent"))));
		clerk.patch(path, "*", Map.of("roles", List.of("user-clerk"))).expect(200);
		String own = PATH + "/" + id("clerk");
		refused(clerk.patch(own, "*", Map.of("roles", List.of("user-clerk", "administrator"))));
		assertThat(
				this.database.sql("select count(*) from users where username = 'too-much'").query(Long.class).single())
			.isZero();
	}

	@Test
	void teamsOutOfReachCannotBeJoined() {
		role("own-clerk", "user:read:ALL", "user:write:ALL", "customer:read:OWN");
		HttpProbe operator = this.people.operator();
		String north = team(operator, "north of the clerk");
		String south = team(operator, "south of the clerk");
		this.people.register("team-clerk", List.of("own-clerk"), List.of(north));
		HttpProbe clerk = this.people.logIn("team-clerk");
		String own = PATH + "/" + id("team-clerk");
		refused(clerk.patch(own, "*", Map.of("teamIds", List.of(north, south))));
		refused(clerk.post(PATH, Map.of("username", "planted", "teamIds", List.of(south))));
		clerk.post(PATH, Map.of("username", "colleague", "teamIds", List.of(north))).expect(201);
		operator.patch(own, "*", Map.of("teamIds", List.of(north, south))).expect(200);
	}

	@Test
	void usersWithMoreRightsAreOutOfReach() {
		role("user-officer", "user:read:ALL", "user:write:ALL");
		HttpProbe officer = this.people.newUser("officer", "user-officer");
		String administrator = PATH + "/"
				+ this.people.register("second-administrator", List.of("administrator"), List.of())
					.get("id")
					.asString();
		refused(officer.patch(administrator, "*", Map.of("email", "officer@example.org")));
		refused(officer.patch(administrator, "*", Map.of("roles", List.of())));
		refused(officer.post(administrator + "/lock", ""));
		refused(officer.post(administrator + "/require-password-reset", ""));
		refused(officer.with("If-Match", "*").delete(administrator));
		assertThat(officer.get(administrator).json().get("enabled").asBoolean()).isTrue();
	}

	@Test
	void oneAdministratorAlwaysRemains() {
		HttpProbe operator = this.people.operator();
		String ada = PATH + "/" + id("ada");
		operator.get(PATH + "?role=administrator&enabled=true").json().get("items").valueStream().forEach((user) -> {
			if (!user.get("username").asString().equals("ada")) {
				operator.patch(PATH + "/" + user.get("id").asString(), "*", Map.of("roles", List.of())).expect(200);
			}
		});
		for (HttpAnswer answer : List.of(operator.post(ada + "/lock", ""), operator.with("If-Match", "*").delete(ada),
				operator.patch(ada, "*", Map.of("roles", List.of("auditor"))))) {
			assertThat(answer.expect(409).json().get("type").asString()).endsWith("last-administrator");
		}
		JsonNode still = operator.get(ada).expect(200).json();
		assertThat(still.get("enabled").asBoolean()).isTrue();
		assertThat(still.get("roles").toString()).contains("administrator");
	}

	@Test
	void otherRolesEndTheTokensOfBefore() {
		HttpProbe promoted = this.people.newUser("promoted", "auditor");
		promoted.get("/api/v1/me").expect(200);
		String path = PATH + "/" + id("promoted");
		this.people.operator().patch(path, "*", Map.of("displayName", "Promoted")).expect(200);
		promoted.get("/api/v1/me").expect(200);
		this.people.operator().patch(path, "*", Map.of("roles", List.of("sales-manager"))).expect(200);
		promoted.get("/api/v1/me").expect(401);
	}

	private static String team(HttpProbe operator, String name) {
		return operator.post("/api/v1/teams", Map.of("name", name)).expect(201).json().get("id").asString();
	}

	private static void refused(HttpAnswer answer) {
		assertThat(answer.expect(403).json().get("type").asString()).endsWith("exceeds-own-rights");
	}

	private String id(String username) {
		return this.people.operator()
			.get(PATH + "?username=" + username)
			.expect(200)
			.json()
			.at("/items/0/id")
			.asString();
	}

	private void role(String name, String... grants) {
		this.database.sql("insert into roles (name, description) values (?, ?)").params(name, name).update();
		for (String grant : grants) {
			int scope = grant.lastIndexOf(':');
			this.database
				.sql("insert into role_permissions (role_id, permission, scope) select id, ?, ? from roles"
						+ " where name = ?")
				.params(grant.substring(0, scope), grant.substring(scope + 1), name)
				.update();
		}
	}

}
