package io.kehu.auth.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class TeamTests {

	private static final String PATH = "/api/v1/teams";

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
	void formsATreeWithoutCycles() {
		String top = form("Sales", null);
		String middle = form("Sales Europe", top);
		String bottom = form("Sales Berlin", middle);
		for (String below : List.of(top, middle, bottom)) {
			HttpAnswer refused = this.http.patch(PATH + "/" + top, "*", Map.of("parentId", below)).expect(400);
			assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("cycle");
		}
		this.http.patch(PATH + "/" + bottom, "*", Map.of("parentId", top)).expect(200);
		this.http.patch(PATH + "/" + middle, "*", Map.of("parentId", bottom)).expect(200);
		assertThat(this.http.patch(PATH + "/" + middle, "*", Map.of("parentId", UUID.randomUUID()))
			.expect(400)
			.json()
			.at("/errors/0/code")
			.asString()).isEqualTo("unknown_reference");
		assertThat(this.http.get(PATH + "?parentId=" + bottom).json().at("/items/0/id").asString()).isEqualTo(middle);
	}

	@Test
	void parentTeamsSeeTheRecordsOfSubteams() {
		String board = form("Board", null);
		String north = form("North", board);
		String city = form("Northern city", north);
		String south = form("South", null);
		this.people.register("northerner", List.of("sales-manager"), List.of(north));
		HttpProbe northerner = this.people.logIn("northerner");
		assertThat(teams(northerner)).containsExactlyInAnyOrder(north, city);
		this.http.patch(PATH + "/" + south, "*", Map.of("parentId", city)).expect(200);
		northerner.get("/api/v1/me").expect(401);
		assertThat(teams(this.people.logIn("northerner"))).containsExactlyInAnyOrder(north, city, south);
	}

	@Test
	void nobodyPutsATeamBelowOthersWhoDoesNotSeeIt() {
		this.http
			.post("/api/v1/roles",
					Map.of("name", "team-clerk", "permissions",
							List.of("team:read", "team:write", "user:read", "user:write", "customer:read:team")))
			.expect(201);
		String own = form("Clerks", null);
		String other = form("Elsewhere", null);
		this.people.register("team-clerk", List.of("team-clerk"), List.of(own));
		HttpProbe clerk = this.people.logIn("team-clerk");
		String me = clerk.get("/api/v1/me").json().get("userId").asString();
		HttpAnswer moved = clerk.patch(PATH + "/" + other, "*", Map.of("parentId", own)).expect(403);
		assertThat(moved.json().get("type").asString()).endsWith("exceeds-own-rights");
		clerk.patch("/api/v1/users/" + me, "*", Map.of("teamIds", List.of(own, other))).expect(403);
		String empty = clerk.post(PATH, Map.of("name", "Clerks' own", "parentId", own)).expect(201).header("Location");
		clerk.patch(empty, "*", Map.of("name", "Clerks' very own")).expect(200);
		assertThat(this.http.get(PATH + "/" + other).json().get("parentId").isNull()).isTrue();
	}

	@Test
	void aTeamInUseStays() {
		String above = form("Above", null);
		String below = form("Below", above);
		JsonNode member = this.people.register("member", List.of(), List.of(below));
		assertThat(delete(above).expect(409).json().get("type").asString()).endsWith("in-use");
		delete(below).expect(409);
		this.http.patch("/api/v1/users/" + member.get("id").asString(), "*", Map.of("teamIds", List.of())).expect(200);
		delete(below).expect(204);
		delete(above).expect(204);
		this.http.post(PATH + "/" + below + "/restore", "").expect(409);
		this.http.post(PATH + "/" + above + "/restore", "").expect(200);
		this.http.post(PATH + "/" + below + "/restore", "").expect(200);
		this.events.awaitExactly("kehu.users", below, "io.kehu.team.formed.v1", "io.kehu.team.deleted.v1",
				"io.kehu.team.restored.v1");
	}

	@Test
	void teamsNeedPermissions() {
		String team = PATH + "/" + form("Closed", null);
		HttpProbe someone = this.people.newUser("teamless", "marketing");
		someone.get(team).expect(403);
		someone.get(PATH).expect(403);
		someone.patch(team, "*", Map.of("name", "Open")).expect(403);
		someone.post(PATH, Map.of("name", "Mine")).expect(403);
		this.http.post(PATH, Map.of("name", "Closed")).expect(409);
	}

	private HttpAnswer delete(String id) {
		return this.http.with("If-Match", "*").delete(PATH + "/" + id);
	}

	private static List<String> teams(HttpProbe caller) {
		return caller.get("/api/v1/me").expect(200).json().get("teams").valueStream().map(JsonNode::asString).toList();
	}

	private String form(String name, @Nullable String parent) {
		Map<String, Object> body = (parent != null) ? Map.of("name", name, "parentId", parent) : Map.of("name", name);
		return this.http.post(PATH, body).expect(201).json().get("id").asString();
	}

}
