package io.kehu.auth;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@AuthServiceTest
class SecondFactorTests {

	private static final String PAGE = "/account/second-factor";

	private static final String ASKED = "/login/second-factor";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@Test
	void anAppIsAskedForItsCodeAndEachCodeWorksOnce() throws Exception {
		this.people.register("alice", List.of(), List.of());
		AuthenticatorApp app = new AuthenticatorApp(enrol("alice").page());
		Browser other = new Browser(this.port);
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(other);
		flow.authorize(AuthorizationCodeFlow.request());
		HttpResponse<String> asked = other.follow(other.logIn("alice", People.PASSWORD));
		assertThat(asked.body()).contains("Code from your authenticator app");
		assertThat(location(other.get("/account/sessions"))).endsWith(ASKED);
		assertThat(location(other.get("/account/password"))).endsWith(ASKED);
		flow.authorize(AuthorizationCodeFlow.request());
		assertThat(location(other.submit(ASKED, Map.of("code", app.wrongCode())))).isEqualTo(ASKED + "?error");
		String session = other.cookie("kehu-session");
		String code = app.code(1);
		HttpResponse<String> right = other.submit(ASKED, Map.of("code", code));
		assertThat(other.cookie("kehu-session")).isNotEqualTo(session);
		String granted = AuthorizationCodeFlow.parameter(other.follow(right), "code");
		JWTClaimsSet claims = claims(flow, granted);
		assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "otp", "mfa");
		assertThat(claims.getStringClaim("acr")).isEqualTo("urn:kehu:acr:two-factors");
		assertThat(claims.getDateClaim("auth_time")).isNotNull();
		Browser replaying = new Browser(this.port);
		replaying.logIn("alice", People.PASSWORD);
		assertThat(location(replaying.submit(ASKED, Map.of("code", code)))).isEqualTo(ASKED + "?error");
	}

	@Test
	void aRecoveryCodeWorksOnceAndOthersDoNotWorkForOthers() {
		this.people.register("bob", List.of(), List.of());
		this.people.register("carol", List.of(), List.of());
		String bobs = enrol("bob").codes().get(3);
		enrol("carol");
		Browser carols = new Browser(this.port);
		carols.logIn("carol", People.PASSWORD);
		assertThat(location(carols.submit(ASKED, Map.of("code", bobs)))).isEqualTo(ASKED + "?error");
		Browser first = new Browser(this.port);
		first.logIn("bob", People.PASSWORD);
		assertThat(location(first.submit(ASKED, Map.of("code", bobs.toUpperCase().replace("-", " "))))).isEqualTo("/");
		assertThat(first.get(PAGE).body()).contains("<strong>9</strong>");
		Browser second = new Browser(this.port);
		second.logIn("bob", People.PASSWORD);
		assertThat(location(second.submit(ASKED, Map.of("code", bobs)))).isEqualTo(ASKED + "?error");
		String stored = this.jdbc.sql("select string_agg(encode(digest, 'escape'), ' ') from recovery_codes")
			.query(String.class)
			.single();
		assertThat(stored).doesNotContain(bobs);
	}

	@Test
	void theSecretIsEncryptedAtRest() {
		this.people.register("dora", List.of(), List.of());
		String page = enrol("dora").page();
		String key = page.replaceAll("(?s).*class=\"secret\">([^<]+)<.*", "$1").replace(" ", "");
		assertThat(key).hasSize(32);
		byte[] stored = this.jdbc
			.sql("select secret from totp_secrets where user_id = (select id from users where username = 'dora')")
			.query(byte[].class)
			.single();
		assertThat(stored).hasSize(12 + 20 + 16);
	}

	@Test
	void guessingCodesGetsSlow() {
		this.people.register("emil", List.of(), List.of());
		AuthenticatorApp app = new AuthenticatorApp(enrol("emil").page());
		Browser guessing = new Browser(this.port);
		guessing.logIn("emil", People.PASSWORD);
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat(location(guessing.submit(ASKED, Map.of("code", app.wrongCode())))).isEqualTo(ASKED + "?error");
		}
		// A slow machine can be over the first, short waits by the time it asks again
		await().pollDelay(Duration.ZERO)
			.until(() -> location(guessing.submit(ASKED, Map.of("code", app.wrongCode())))
				.startsWith(ASKED + "?wait="));
	}

	@Test
	void aRoleCanRequireIt() {
		HttpProbe operator = this.people.operator();
		String role = "/api/v1/roles/"
				+ operator.get("/api/v1/roles?name=data-steward").expect(200).json().at("/items/0/id").asString();
		operator.patch(role, "*", Map.of("secondFactorRequired", true)).expect(200);
		this.people.register("stefan", List.of("data-steward"), List.of());
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(this.browser);
		flow.authorize(AuthorizationCodeFlow.request());
		HttpResponse<String> page = this.browser.follow(this.browser.logIn("stefan", People.PASSWORD));
		assertThat(page.body()).contains("Your role requires a second factor");
		flow.authorize(AuthorizationCodeFlow.request());
		HttpResponse<String> codes = this.browser.submit(PAGE,
				Map.of("action", "enrol", "code", new AuthenticatorApp(page.body()).code(0)));
		assertThat(codes.body()).contains("Your recovery codes");
		HttpResponse<String> granted = this.browser.follow(this.browser.get("/login/continue"));
		assertThat(AuthorizationCodeFlow.parameter(granted, "code")).isNotEmpty();
	}

	@Test
	void aClientCanAskForARecentLoginAndForTwoFactors() {
		this.people.register("fred", List.of(), List.of());
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(this.browser);
		this.browser.logIn("fred", People.PASSWORD);
		Map<String, String> recent = AuthorizationCodeFlow.request();
		recent.put("prompt", "login");
		assertThat(location(flow.authorize(recent))).isEqualTo("/login?confirm");
		String back = location(this.browser.logIn("fred", People.PASSWORD));
		assertThat(AuthorizationCodeFlow.parameter(this.browser.get(back), "code")).isNotEmpty();
		assertThat(location(flow.authorize(recent))).isEqualTo("/login?confirm");
		Map<String, String> voluntary = AuthorizationCodeFlow.request();
		voluntary.put("acr_values", "urn:kehu:acr:two-factors");
		assertThat(AuthorizationCodeFlow.parameter(flow.authorize(voluntary), "code")).isNotEmpty();
		Map<String, String> strong = AuthorizationCodeFlow.request();
		strong.put("claims",
				"{\"id_token\": {\"acr\": {\"essential\": true, \"value\": \"urn:kehu:acr:two-factors\"}}}");
		assertThat(location(flow.authorize(strong))).endsWith(PAGE);
	}

	@Test
	void anAdministratorRemovesALostApp() {
		String id = this.people.register("gina", List.of(), List.of()).get("id").asString();
		enrol("gina");
		this.people.operator().delete("/api/v1/users/" + id + "/second-factors").expect(204);
		Browser again = new Browser(this.port);
		again.logIn("gina", People.PASSWORD);
		assertThat(again.get("/account/sessions").statusCode()).isEqualTo(200);
	}

	private Enrolled enrol(String username) {
		this.browser = new Browser(this.port);
		this.browser.logIn(username, People.PASSWORD);
		String page = this.browser.get(PAGE).body();
		assertThat(page).contains("<svg", "viewBox=\"0 0 ");
		AuthenticatorApp app = new AuthenticatorApp(page);
		assertThat(this.browser.submit(PAGE, Map.of("action", "enrol", "code", "abc")).body())
			.contains("The code is incorrect");
		String codes = this.browser.submit(PAGE, Map.of("action", "enrol", "code", app.code(0))).body();
		List<String> shown = Pattern.compile("<li>([a-z2-7-]{19})</li>")
			.matcher(codes)
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
		assertThat(shown).hasSize(10).doesNotHaveDuplicates();
		return new Enrolled(page, shown);
	}

	private static JWTClaimsSet claims(AuthorizationCodeFlow flow, String code) throws Exception {
		AuthorizationCodeFlow.Tokens tokens = AuthorizationCodeFlow.Tokens
			.of(flow.redeem(code, AuthorizationCodeFlow.VERIFIER));
		return SignedJWT.parse(tokens.access()).getJWTClaimsSet();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

	/**
	 * The pages of a user who sets up an app.
	 */
	private record Enrolled(String page, List<String> codes) {
	}

}
