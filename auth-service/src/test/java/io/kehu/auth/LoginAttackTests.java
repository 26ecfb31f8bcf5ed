package io.kehu.auth;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class LoginAttackTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	TestClock clock;

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@AfterEach
	void turnClockBack() {
		this.clock.renew();
	}

	@Test
	void guessingAtAnAccountGetsSlowWhetherItExistsOrNot() {
		this.people.register("xena", List.of(), List.of());
		for (String username : List.of("xena", "no-such-person")) {
			for (int attempt = 0; attempt < 5; attempt++) {
				assertThat(location(this.browser.logIn(username, "wrong"))).isEqualTo("/login?error");
			}
			guessUntilItIsSlow(username);
			HttpResponse<String> slowed = this.browser.logIn(username.toUpperCase() + " ", People.PASSWORD);
			assertThat(location(slowed)).startsWith("/login?wait=");
			assertThat(this.browser.get(location(slowed)).body()).contains("Too many attempts", "role=\"alert\"");
		}
		assertThat(location(this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD))).isEqualTo("/");
	}

	@Test
	void otherSignsForTheSameLettersAreNoNewAccountToGuessAt() {
		this.people.register("walt", List.of(), List.of());
		for (String username : List.of("walt", "WALT", "\uFF57\uFF41\uFF4C\uFF54", "w\uFF41lt", " \u24E6alt")) {
			assertThat(location(this.browser.logIn(username, "wrong"))).as(username).isEqualTo("/login?error");
		}
		guessUntilItIsSlow("WALT");
		assertThat(location(this.browser.logIn("wal\uFF54", People.PASSWORD))).startsWith("/login?wait=");
	}

	@Test
	void aWrongNameAWrongPasswordAndALockedAccountLookTheSame() {
		String id = this.people.register("yuri", List.of(), List.of()).get("id").asString();
		this.people.operator().post("/api/v1/users/" + id + "/lock", null).expect(204);
		HttpResponse<String> locked = this.browser.logIn("yuri", People.PASSWORD);
		HttpResponse<String> unknown = this.browser.logIn("zoe", People.PASSWORD);
		assertThat(locked.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
		assertThat(location(locked)).isEqualTo(location(unknown)).isEqualTo("/login?error");
		assertThat(locked.body()).isEqualTo(unknown.body()).isEmpty();
		assertThat(locked.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
	}

	@Test
	void noParameterLeadsToAnotherSite() {
		for (String parameter : List.of("continue", "redirect", "returnTo", "url", "target")) {
			Browser victim = new Browser(this.port);
			String csrf = Browser.csrfToken(victim.get("/login?" + parameter + "=https://evil.example/").body());
			HttpResponse<String> answer = victim.post(
					"/login?" + parameter + "=https://evil.example/", Map.of("username", AuthServiceTest.USERNAME,
							"password", AuthServiceTest.PASSWORD, "_csrf", csrf, parameter, "//evil.example/"),
					"Referer", "https://evil.example/");
			assertThat(location(answer)).as(parameter).isEqualTo("/");
			assertThat(location(victim.get("/login/continue?" + parameter + "=//evil.example/"))).isEqualTo("/");
		}
	}

	@Test
	void theHostThatARequestClaimsIsNotWhereItLeads() {
		this.browser.post("/oauth2/token", Map.of(), "X-Forwarded-Host", "evil.example");
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(this.browser);
		flow.authorize(AuthorizationCodeFlow.request());
		String csrf = Browser.csrfToken(this.browser.get("/login").body());
		HttpResponse<String> answer = this.browser.post("/login",
				Map.of("username", AuthServiceTest.USERNAME, "password", AuthServiceTest.PASSWORD, "_csrf", csrf),
				"X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");
		assertThat(location(answer)).startsWith("/oauth2/authorize?");
	}

	@Test
	void aSessionThatWasPlantedIsOfNoUse() {
		Browser attacker = new Browser(this.port);
		attacker.get("/login");
		String planted = attacker.cookie("kehu-session");
		String csrf = Browser.csrfToken(attacker.get("/login").body());
		attacker.post("/login",
				Map.of("username", AuthServiceTest.USERNAME, "password", AuthServiceTest.PASSWORD, "_csrf", csrf));
		HttpResponse<String> withPlanted = new Browser(this.port).get("/account/sessions", "Cookie",
				"kehu-session=" + planted);
		assertThat(location(withPlanted)).endsWith("/login");
		assertThat(attacker.get("/account/sessions").statusCode()).isEqualTo(200);
	}

	@Test
	void formsNeedTheTokenOfTheirPage() {
		this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		for (String page : List.of("/login/forgotten", "/login/reset", "/login/second-factor", "/account/password",
				"/account/sessions", "/account/second-factor", "/logout", "/webauthn/register",
				"/webauthn/register/options", "/login/webauthn")) {
			assertThat(this.browser.post(page, Map.of("name", "x")).statusCode()).as(page).isEqualTo(403);
		}
	}

	@Test
	void pagesOfAnAccountNeedALogin() {
		for (String page : List.of("/account/password", "/account/sessions", "/account/second-factor",
				"/login/second-factor", "/login/continue", "/webauthn/register")) {
			assertThat(location(this.browser.get(page))).as(page).endsWith("/login");
		}
		this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		assertThat(this.browser.get("/account/anything").statusCode()).isEqualTo(404);
		assertThat(this.browser.get("/webauthn/anything").statusCode()).isEqualTo(403);
	}

	/**
	 * Waits double, so a slow machine cannot outlast the longer ones. Few attempts,
	 * because attempts from one address slow down as well.
	 */
	private void guessUntilItIsSlow(String username) {
		for (int attempt = 0; attempt < 20; attempt++) {
			String location = location(this.browser.logIn(username, "wrong"));
			if (location.startsWith("/login?wait=")) {
				int seconds = Integer.parseInt(location.substring(location.indexOf('=') + 1));
				if (seconds > 4) {
					return;
				}
				this.clock.advance(Duration.ofSeconds(seconds));
			}
		}
		throw new AssertionError("Guessing does not slow down");
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
