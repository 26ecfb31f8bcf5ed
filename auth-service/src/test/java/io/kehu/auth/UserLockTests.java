package io.kehu.auth;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.test.link.TestLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@AuthServiceTest
class UserLockTests {

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	People people;

	private Browser browser;

	private AuthorizationCodeFlow flow;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
		this.flow = new AuthorizationCodeFlow(this.browser);
	}

	@Test
	void aLockedUserCanDoNothing() throws Exception {
		this.people.register("another-administrator", List.of("administrator"), List.of());
		AuthorizationCodeFlow.Tokens tokens = this.flow.tokens();
		String id = SignedJWT.parse(tokens.access()).getJWTClaimsSet().getSubject();
		String operator = operator();
		assertThat(this.browser.call("POST", "/api/v1/users/" + id + "/lock", operator).statusCode()).isEqualTo(204);
		try {
			assertThat(this.browser.api("/api/v1/me", tokens.access()).statusCode()).isEqualTo(401);
			assertThat(this.browser.api("/userinfo", tokens.access()).statusCode()).isEqualTo(401);
			assertThat(this.flow.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
			assertThat(
					this.browser.get("/internal/revocations", "Authorization", TestLink.header("auth-service")).body())
				.contains(id);
			HttpResponse<String> login = new Browser(this.port).logIn(AuthServiceTest.USERNAME,
					AuthServiceTest.PASSWORD);
			assertThat(login.headers().firstValue("Location")).hasValue("/login?error");
		}
		finally {
			this.browser.call("POST", "/api/v1/users/" + id + "/unlock", operator);
		}
		HttpResponse<String> login = new Browser(this.port).logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		assertThat(login.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).doesNotContain("error"));
		String history = this.browser.api("/api/v1/users/" + id + "/history", operator).body();
		assertThat(JsonPath.<Iterable<String>>read(history, "$.items[*].action")).containsExactly("registered",
				"locked", "unlocked");
		assertThat(JsonPath.<String>read(history, "$.items[1].actor")).isEqualTo("kehu-cli");
	}

	@Test
	void unlockingRestoresNoLogin() {
		String id = this.people.register("let-in-again", List.of(), List.of()).get("id").asString();
		String path = "/api/v1/users/" + id;
		for (String[] way : new String[][] { { "POST", "/lock", "/unlock" }, { "DELETE", "", "/restore" } }) {
			Browser stolen = new Browser(this.port);
			AuthorizationCodeFlow of = new AuthorizationCodeFlow(stolen);
			of.authorize(AuthorizationCodeFlow.request());
			HttpResponse<String> granted = stolen.follow(stolen.logIn("let-in-again", People.PASSWORD));
			AuthorizationCodeFlow.Tokens tokens = AuthorizationCodeFlow.Tokens
				.of(of.redeem(AuthorizationCodeFlow.parameter(granted, "code"), AuthorizationCodeFlow.VERIFIER));
			assertThat(stolen.get("/account/sessions").statusCode()).isEqualTo(200);
			this.people.operator()
				.with("If-Match", "*")
				.exchange(way[0], path + way[1], HttpRequest.BodyPublishers.noBody())
				.expect(204);
			this.people.operator().post(path + way[2], "");
			assertThat(of.refresh(tokens.refresh()).statusCode()).as(way[2]).isEqualTo(400);
			assertThat(stolen.api("/api/v1/me", tokens.access()).statusCode()).as(way[2]).isEqualTo(401);
			assertThat(stolen.get("/account/sessions").headers().firstValue("Location")).as(way[2])
				.hasValueSatisfying((location) -> assertThat(location).endsWith("/login"));
			assertThat(new Browser(this.port).logIn("let-in-again", People.PASSWORD).headers().firstValue("Location"))
				.hasValue("/");
		}
	}

	@Test
	void theUnknownAreNotFoundAndTheUnentitledRefused() {
		String lock = "/api/v1/users/" + UUID.randomUUID() + "/lock";
		assertThat(this.browser.call("POST", lock, operator()).statusCode()).isEqualTo(404);
		String reader = token("kehu-order-service", AuthServiceTest.SERVICE_SECRET);
		for (String path : new String[] { lock, "/api/v1/signing-keys", "/api/v1/clients/kehu-cli/revoke-tokens" }) {
			assertThat(this.browser.call("POST", path, reader).statusCode()).as(path).isEqualTo(403);
		}
		assertThat(this.browser.api("/api/v1/users/password-hashes", reader).statusCode()).isEqualTo(403);
	}

	@Test
	void aClientsTokensCanBeTakenBack() {
		String reader = token("kehu-order-service", AuthServiceTest.SERVICE_SECRET);
		assertThat(this.browser.api("/api/v1/me", reader).statusCode()).isEqualTo(200);
		String operator = operator();
		assertThat(this.browser.call("POST", "/api/v1/clients/kehu-order-service/revoke-tokens", operator).statusCode())
			.isEqualTo(204);
		assertThat(this.browser.api("/api/v1/me", reader).statusCode()).isEqualTo(401);
		assertThat(this.browser.api("/api/v1/me", operator).statusCode()).isEqualTo(200);
		assertThat(this.browser.call("POST", "/api/v1/clients/nobody/revoke-tokens", operator).statusCode())
			.isEqualTo(404);
	}

	@Test
	void anOperatorHasTheKeyReplaced() {
		assertThat(this.browser.call("POST", "/api/v1/signing-keys", operator()).statusCode()).isEqualTo(202);
		String keys = this.browser.get("/oauth2/jwks").body();
		assertThat(JsonPath.<List<String>>read(keys, "$.keys[*].alg")).containsExactly("ES256", "ES256", "RS256",
				"RS256");
	}

	@Test
	void hashesOfAnOlderSystemGiveWayAtTheFirstLogin() {
		importPassword("mike", "{argon2id-md5}", "5F4DCC3B5AA765D61D8327DEB882CF99", "");
		assertThat(hashes()).containsEntry("argon2id-md5", 1);
		assertThat(new Browser(this.port).logIn("mike", "wrong").headers().firstValue("Location"))
			.hasValue("/login?error");
		assertThat(hashes()).containsEntry("argon2id-md5", 1);
		assertThat(new Browser(this.port).logIn("mike", "password").headers().firstValue("Location")).hasValue("/");
		assertThat(hashes()).doesNotContainKey("argon2id-md5");
		assertThat(new Browser(this.port).logIn("mike", "password").headers().firstValue("Location")).hasValue("/");
	}

	private void importPassword(String username, String kind, String digest, String salt) {
		String argon2id = this.passwords.encode(digest.toLowerCase(Locale.ROOT));
		String stored = kind + salt + "$" + Objects.requireNonNull(argon2id).replace("{argon2id}", "");
		this.jdbc.sql("""
				insert into users (id, username, display_name, password_hash)
				values (uuidv7(), :username, :username, :hash)""")
			.param("username", username)
			.param("hash", stored)
			.update();
	}

	private Map<String, Integer> hashes() {
		return JsonPath.read(this.browser.api("/api/v1/users/password-hashes", operator()).body(), "$");
	}

	private String operator() {
		return token("kehu-cli", AuthServiceTest.CLIENT_SECRET);
	}

	/**
	 * Tokens issued in the second of a revocation are revoked as well.
	 */
	private String token(String client, String secret) {
		return await().pollDelay(Duration.ZERO)
			.until(() -> JsonPath.<String>read(this.people.ask(client, secret).body(), "$.access_token"),
					(token) -> this.browser.api("/api/v1/me", token).statusCode() == 200);
	}

}
