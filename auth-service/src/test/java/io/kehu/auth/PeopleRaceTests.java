package io.kehu.auth;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.kehu.platform.test.Together;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pairs of concurrent changes of which each is valid alone.
 */
@AuthServiceTest
class PeopleRaceTests {

	@Autowired
	People people;

	@Autowired
	JdbcClient database;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.people.operator();
	}

	@RepeatedTest(5)
	void oneOfTwoLastAdministratorsRemains() {
		String path = "/api/v1/users";
		String ada = path + "/" + this.http.get(path + "?username=ada").json().at("/items/0/id").asString();
		this.http.patch(ada, "*", Map.of("roles", List.of("administrator"))).expect(200);
		String other = this.http
			.post(path, Map.of("username", "admin-" + System.nanoTime(), "roles", List.of("administrator")))
			.expect(201)
			.header("Location");
		List<Integer> outcomes = together(() -> this.http.patch(ada, "*", Map.of("roles", List.of())),
				() -> this.http.post(other + "/lock", ""));
		assertThat(outcomes).contains(409).hasSize(2);
		assertThat(outcomes).containsAnyOf(200, 204);
		assertThat(this.database.sql("""
				select count(*) from users join user_roles on user_id = id
				where role = 'administrator' and enabled and deleted_at is null""").query(Long.class).single()).isOne();
		this.http.patch(ada, "*", Map.of("roles", List.of("administrator"))).expect(200);
		this.http.patch(other, "*", Map.of("roles", List.of())).expect(200);
	}

	@RepeatedTest(5)
	void twoMovesCloseNoCircle() {
		String one = form();
		String other = form();
		List<Integer> outcomes = together(() -> move(one, other), () -> move(other, one));
		assertThat(outcomes).containsExactlyInAnyOrder(200, 400);
	}

	private HttpAnswer move(String team, String parent) {
		return this.http.patch("/api/v1/teams/" + team, "*", Map.of("parentId", parent));
	}

	private String form() {
		return this.http.post("/api/v1/teams", Map.of("name", "team-" + System.nanoTime()))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private static List<Integer> together(Supplier<HttpAnswer> one, Supplier<HttpAnswer> other) {
		return Together.run(List.of(one, other)).stream().map(HttpAnswer::status).toList();
	}

}
