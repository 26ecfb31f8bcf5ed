package io.kehu.auth;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.platform.test.contract.ListContract;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class EveryListTests {

	@Autowired
	People people;

	@Test
	void pagesUsersInEveryOrder() {
		HttpProbe operator = this.people.operator();
		String[][] users = { { "en", "a@example.org" }, { "en", null }, { null, "b@example.org" }, { null, null },
				{ "de", "c@example.org" } };
		for (int i = 0; i < users.length; i++) {
			Map<String, Object> user = new HashMap<>(
					Map.of("username", "sorted-" + i, "displayName", "Sorted " + i / 2));
			user.put("locale", users[i][0]);
			user.put("email", users[i][1]);
			operator.post("/api/v1/users", user).expect(201);
		}
		ListContract.check(operator, "/api/v1/users", "username[like]=sorted-*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "teams", "roles", "clients" })
	void pagesInEveryOrder(String list) {
		HttpProbe operator = this.people.operator();
		String path = "/api/v1/" + list;
		Arrays.asList("Sorted B", "Sorted a", "Sorted C", "Sorted é")
			.forEach((name) -> operator
				.post(path, Map.of("name", list.equals("roles") ? "sorted-" + name.codePointAt(7) : name))
				.expect(201));
		ListContract.check(operator, path, "name[like]=sorted*");
	}

	@Test
	void findsUsersHoweverTheirNamesAndAddressesAreWritten() {
		HttpProbe operator = this.people.operator();
		operator.post("/api/v1/users", Map.of("username", "found-1", "email", "Found@Example.org")).expect(201);
		for (String query : List.of("email=found@example.ORG", "email=%20FOUND@example.org",
				"email[in]=found@example.org,x", "email[like]=FOUND@*", "username=Found-1", "username=%C2%A0FOUND-1",
				"username[in]=x,FOUND-1")) {
			assertThat(total(operator, "/api/v1/users?count=true&" + query)).as(query).isOne();
		}
		assertThat(total(operator, "/api/v1/users?count=true&username=found-1&email[ne]=FOUND@example.org")).isZero();
	}

	@Test
	void filtersByTheRowsOfRecords() {
		HttpProbe operator = this.people.operator();
		String team = operator.post("/api/v1/teams", Map.of("name", "Filtered"))
			.expect(201)
			.json()
			.get("id")
			.asString();
		operator.post("/api/v1/users", Map.of("username", "filtered-1", "teamIds", List.of(team))).expect(201);
		operator.post("/api/v1/users", Map.of("username", "filtered-2")).expect(201);
		operator.post("/api/v1/roles", Map.of("name", "filtered", "permissions", List.of("user:read"))).expect(201);
		String users = "/api/v1/users?username[like]=filtered-*&count=true&";
		assertThat(total(operator, users + "teamId=" + team)).isOne();
		assertThat(total(operator, users + "teamId[null]=true")).isOne();
		assertThat(total(operator, users + "role[null]=true")).isEqualTo(2);
		operator.get(users + "teamId=nothing").expect(400);
		operator.get(users + "teamId[like]=a*").expect(400);
		String roles = "/api/v1/roles?name=filtered&count=true&";
		assertThat(total(operator, roles + "permission[like]=USER:*")).isOne();
		assertThat(total(operator, roles + "permission[null]=true")).isZero();
	}

	private static int total(HttpProbe http, String path) {
		return http.get(path).expect(200).json().get("total").asInt();
	}

	@Test
	void pagesTheAuditLogInEveryOrder() {
		HttpProbe operator = this.people.operator();
		for (int i = 0; i < 5; i++) {
			operator.post("/api/v1/teams", Map.of("name", "Audited " + i)).expect(201);
		}
		String since = operator.get("/api/v1/audit?limit=6").json().at("/items/5/at").asString();
		ListContract.check(operator, "/api/v1/audit", "at[gte]=" + since);
	}

}
