package io.kehu.auth;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Failed logins cost the same, whether the account exists or not.
 */
@ProductionValuesTest
class SameWorkTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	JdbcClient database;

	@Test
	void oneHashOfTheSameCostIsComputedForEverybodyAndForNobody() {
		this.people.register("known", List.of(), List.of());
		String locked = this.people.register("locked", List.of(), List.of()).get("id").asString();
		this.people.operator().post("/api/v1/users/" + locked + "/lock", "").expect(204);
		String deleted = this.people.register("deleted", List.of(), List.of()).get("id").asString();
		this.people.operator().with("If-Match", "*").delete("/api/v1/users/" + deleted).expect(204);
		String forced = this.people.register("forced", List.of(), List.of()).get("id").asString();
		this.people.operator().post("/api/v1/users/" + forced + "/require-password-reset", "").expect(204);
		this.people.operator().post("/api/v1/users", Map.of("username", "invited")).expect(201);
		this.people.register("imported", List.of(), List.of());
		this.database
			.sql("update users set password_hash = replace(password_hash, '{argon2id}', '{argon2id-md5}$')"
					+ " where username = 'imported'")
			.update();
		for (String username : List.of("known", "nobody", "locked", "deleted", "forced", "invited", "imported", "",
				"x".repeat(5_000))) {
			CountedPasswords.HASHES.clear();
			Browser browser = new Browser(this.port);
			String csrf = Browser.csrfToken(browser.get("/login").body());
			long began = System.nanoTime();
			HttpResponse<String> refused = browser.post("/login",
					Map.of("username", username, "password", "a wrong password", "_csrf", csrf));
			assertThat(Duration.ofNanos(System.nanoTime() - began)).as(username).isGreaterThan(Duration.ofMillis(500));
			assertThat(refused.headers().firstValue("Location")).as(username).hasValue("/login?error");
			assertThat(CountedPasswords.HASHES).as(username)
				.singleElement()
				.asString()
				.matches("\\{argon2id(-md5)?}\\$*argon2id\\$v=19\\$m=19456,t=2,p=1\\$.*");
		}
	}

}
