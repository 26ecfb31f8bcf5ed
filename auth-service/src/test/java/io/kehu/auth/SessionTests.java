package io.kehu.auth;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import io.kehu.platform.digest.Sha256;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class SessionTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	StringRedisTemplate redis;

	@Test
	void aPersonSeesTheirLoginsAndEndsOne() {
		UUID id = register("grace");
		Device laptop = logIn("grace");
		Device telephone = logIn("grace");
		String list = laptop.api("GET", "/api/v1/me/sessions").body();
		assertThat(JsonPath.<List<?>>read(list, "$.items")).hasSize(2);
		assertThat(JsonPath.<List<Boolean>>read(list, "$.items[*].current")).containsExactlyInAnyOrder(true, false);
		assertThat(JsonPath.<List<List<String>>>read(list, "$.items[*].clients"))
			.allSatisfy((clients) -> assertThat(clients).containsExactly("Kehu console"));
		String other = JsonPath.<List<String>>read(list, "$.items[?(@.current == false)].id").get(0);
		assertThat(laptop.api("DELETE", "/api/v1/me/sessions/" + other).statusCode()).isEqualTo(204);
		assertThatItIsOver(telephone);
		assertThat(laptop.api("GET", "/api/v1/me").statusCode()).isEqualTo(200);
		assertThat(laptop.flow().refresh(laptop.tokens().refresh()).statusCode()).isEqualTo(200);
		assertThat(laptop.api("DELETE", "/api/v1/me/sessions/" + other).statusCode()).isEqualTo(404);
		HttpProbe operator = this.people.operator();
		assertThat(operator.get("/api/v1/users/" + id + "/sessions").expect(200).json().get("items")).hasSize(1);
	}

	@Test
	void nobodyEndsTheLoginOfAnother() {
		register("heidi");
		register("mallory");
		Device hers = logIn("heidi");
		Device mallorys = logIn("mallory");
		String id = JsonPath.read(hers.api("GET", "/api/v1/me/sessions").body(), "$.items[0].id");
		assertThat(mallorys.api("DELETE", "/api/v1/me/sessions/" + id).statusCode()).isEqualTo(404);
		String csrf = Browser.csrfToken(mallorys.browser().get("/account/password").body());
		assertThat(mallorys.browser().post("/account/sessions", Map.of("id", id, "_csrf", csrf)).statusCode())
			.isEqualTo(302);
		assertThat(hers.api("GET", "/api/v1/me").statusCode()).isEqualTo(200);
		assertThat(hers.browser().get("/account/sessions").statusCode()).isEqualTo(200);
	}

	@Test
	void anAdministratorEndsAllLoginsButNotThoseOfUsersWithMoreRights() {
		UUID id = register("ivan");
		Device his = logIn("ivan");
		HttpProbe operator = this.people.operator();
		operator.delete("/api/v1/users/" + id + "/sessions").expect(204);
		assertThatItIsOver(his);
		UUID administrator = UUID.fromString(
				operator.get("/api/v1/users?username=ada").expect(200).json().get("items").get(0).get("id").asString());
		this.people.register("judy", List.of("sales-manager"), List.of());
		HttpProbe judy = this.people.logIn("judy");
		judy.get("/api/v1/users/" + administrator + "/sessions").expect(200);
		judy.delete("/api/v1/users/" + administrator + "/sessions").expect(403);
	}

	@Test
	void thePageEndsAllOthersAndLoggingOutEndsEverythingOfThisBrowser() {
		register("kim");
		Device one = logIn("kim");
		Device other = logIn("kim");
		HttpResponse<String> page = one.browser().get("/account/sessions");
		assertThat(page.body()).contains("This browser", "Kehu console", "Log out everywhere else");
		assertThat(one.browser().submit("/account/sessions", Map.of("others", "all")).headers().firstValue("Location"))
			.hasValue("/account/sessions?ended");
		assertThatItIsOver(other);
		assertThat(one.api("GET", "/api/v1/me").statusCode()).isEqualTo(200);
		one.browser().submit("/logout", Map.of());
		assertThatItIsOver(one);
	}

	@Test
	void lockedUsersLoseThePagesToo() {
		UUID id = register("leo");
		Device his = logIn("leo");
		HttpProbe operator = this.people.operator();
		operator.post("/api/v1/users/" + id + "/lock", null).expect(204);
		assertThatItIsOver(his);
	}

	@Test
	void sessionsLieInRedisUnderOurName() {
		register("nina");
		logIn("nina");
		assertThat(this.redis.keys("auth-service:session:*")).isNotEmpty();
		assertThat(this.redis.keys("*")).allMatch((key) -> key.startsWith("auth-service:"));
	}

	@Test
	void redisShowsNoSessionThatCouldBeUsed() {
		UUID id = register("olga");
		Device hers = logIn("olga");
		String cookie = hers.browser().cookie("kehu-session");
		String session = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
		for (String key : this.redis.keys("auth-service:session:*")) {
			assertThat(key).doesNotContain(session);
			assertThat(this.redis.opsForHash().entries(key).toString()).doesNotContain(session)
				.doesNotContain(id.toString())
				.doesNotContain("java.")
				.doesNotContain("FACTOR_PASSWORD");
		}
	}

	@Test
	void aSessionThatWasChangedOrCopiedInRedisIsOver() {
		register("paul");
		register("quentin");
		Device victims = logIn("paul");
		String victim = stored(victims);
		Device attackers = logIn("quentin");
		String attacker = stored(attackers);
		this.redis.opsForHash().putAll(attacker, this.redis.opsForHash().entries(victim));
		assertThat(attackers.browser().get("/account/sessions").headers().firstValue("Location")).get()
			.asString()
			.endsWith("/login");
		assertThat(this.redis.hasKey(attacker)).isFalse();
		this.redis.opsForHash()
			.entries(victim)
			.forEach((field, value) -> this.redis.opsForHash()
				.put(victim, field, ((String) field).startsWith("attribute:") ? "A" + value : value));
		assertThat(victims.browser().get("/account/sessions").headers().firstValue("Location")).get()
			.asString()
			.endsWith("/login");
	}

	private String stored(Device device) {
		String cookie = device.browser().cookie("kehu-session");
		return "auth-service:session:"
				+ Sha256.base64UrlOf(new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8));
	}

	private void assertThatItIsOver(Device device) {
		assertThat(device.api("GET", "/api/v1/me").statusCode()).isEqualTo(401);
		assertThat(device.flow().refresh(device.tokens().refresh()).statusCode()).isEqualTo(400);
		assertThat(device.browser().get("/account/sessions").headers().firstValue("Location")).get()
			.asString()
			.endsWith("/login");
	}

	private UUID register(String username) {
		JsonNode user = this.people.register(username, List.of(), List.of());
		return UUID.fromString(user.get("id").asString());
	}

	private Device logIn(String username) {
		Browser browser = new Browser(this.port);
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(browser);
		flow.authorize(AuthorizationCodeFlow.request());
		HttpResponse<String> granted = browser.follow(browser.logIn(username, People.PASSWORD));
		String code = AuthorizationCodeFlow.parameter(granted, "code");
		return new Device(browser, flow,
				AuthorizationCodeFlow.Tokens.of(flow.redeem(code, AuthorizationCodeFlow.VERIFIER)));
	}

	/**
	 * A device that a user is logged in with.
	 */
	private record Device(Browser browser, AuthorizationCodeFlow flow, AuthorizationCodeFlow.Tokens tokens) {

		HttpResponse<String> api(String method, String path) {
			return this.browser.call(method, path, this.tokens.access());
		}

	}

}
