package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries to redirect codes and browsers to foreign addresses.
 */
@AuthServiceTest
class RedirectAttackTests {

	@LocalServerPort
	int port;

	private Browser browser;

	private AuthorizationCodeFlow flow;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
		this.flow = new AuthorizationCodeFlow(this.browser);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080/callback/", "http://localhost:8080/callback/x",
			"http://localhost:8080/callback/../callback", "http://localhost:8080//callback",
			"http://localhost:8080/Callback", "http://localhost:8080/%63allback", "http://localhost:8080/callback%23",
			"http://localhost:8080/callback?x=1", "http://localhost:8080/callback#x",
			"http://localhost:8080/callback;x", "http://localhost:8081/callback", "http://localhost/callback",
			"https://localhost:8080/callback", "HTTP://localhost:8080/callback", "http://LOCALHOST:8080/callback",
			"http://localhost.:8080/callback", "http://console.localhost:8080/callback",
			"http://localhost.evil.example:8080/callback", "http://evil-localhost:8080/callback",
			"http://user@localhost:8080/callback", "http://user:pass@localhost:8080/callback",
			"http://localhost:8080@evil.example/callback", "http://evil.example\\@localhost:8080/callback",
			"http://evil@127.0.0.1:54321/callback", "http://127.0.0.1:54321@evil.example/callback",
			"http://127.0.0.1@evil.example:54321/callback", "http://127.0.0.1.evil.example:54321/callback",
			"https://127.0.0.1:54321/callback", "http://127.0.0.1:54321/callback/",
			"http://127.0.0.1:54321/callback?x=1", "http://127.0.0.1:54321/callback#x",
			"http://127.0.0.1:54321/%63allback", "http://127.0.0.2:54321/callback", "http://127.1:54321/callback",
			"http://2130706433:54321/callback", "http://[::1]:54321/callback",
			"http://[::ffff:127.0.0.1]:54321/callback", "//127.0.0.1:54321/callback", "/callback", "callback",
			"javascript:alert(1)", "data:text/html,x", "http://127.0.0.1:54321/callback\r\nX: y",
			"https://evil.example", "*", "" })
	void noCodeGoesToWhereTheClientDoesNotLive(String target) {
		Map<String, String> request = AuthorizationCodeFlow.request();
		request.put("redirect_uri", target);
		assertStays(this.flow.authorize(request), target);
		this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		assertStays(this.flow.authorize(request), target);
	}

	@Test
	void oneOfTwoAddressesIsOneTooMany() {
		this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		String query = Browser.encode(AuthorizationCodeFlow.request());
		for (String twice : List.of(query + "&redirect_uri=https%3A%2F%2Fevil.example%2Fcallback",
				"redirect_uri=https%3A%2F%2Fevil.example%2Fcallback&" + query, query + "&client_id=kehu-cli",
				query + "&response_type=token")) {
			assertStays(this.browser.get("/oauth2/authorize?" + twice), twice);
		}
	}

	@Test
	void theRedirectOfTheTokenRequestIsTheOneOfTheCode() {
		String code = this.flow.code(AuthorizationCodeFlow.request());
		HttpResponse<String> answer = this.browser.post("/oauth2/token",
				Map.of("grant_type", "authorization_code", "client_id", "kehu-console", "code", code, "redirect_uri",
						"http://localhost:8080/callback", "code_verifier", AuthorizationCodeFlow.VERIFIER));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("invalid_grant");
	}

	@Test
	void loggingOutLeadsToWhereTheClientSaidBeforehandAndNowhereElse() {
		AuthorizationCodeFlow.Tokens tokens = this.flow.tokens();
		for (String target : List.of("https://evil.example/", "http://localhost:8080/elsewhere",
				"http://localhost:8080", "http://localhost:8080@evil.example/", "//evil.example/",
				"http://localhost:8080/#x", "javascript:x")) {
			HttpResponse<String> refused = logout(tokens.id(), target);
			assertThat(refused.statusCode()).as(target).isEqualTo(400);
			assertThat(refused.headers().firstValue("Location")).as(target).isEmpty();
		}
		HttpResponse<String> foreign = this.browser
			.get("/connect/logout?" + Browser.encode(Map.of("post_logout_redirect_uri", "https://evil.example/")));
		assertThat(foreign.headers().firstValue("Location")).hasValue("/logout");
		assertThat(this.browser.api("/api/v1/me", tokens.access()).statusCode()).isEqualTo(200);
		HttpResponse<String> done = logout(tokens.id(), "http://localhost:8080/");
		assertThat(done.headers().firstValue("Location")).hasValueSatisfying(
				(location) -> assertThat(location).startsWith("http://localhost:8080/").doesNotContain("evil"));
		assertThat(this.browser.api("/api/v1/me", tokens.access()).statusCode()).isEqualTo(401);
	}

	@Test
	void loggingOutOfOurPageLeadsNowhereElse() {
		this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		String csrf = Browser.csrfToken(this.browser.get("/logout?post_logout_redirect_uri=//evil.example/").body());
		HttpResponse<String> answer = this.browser.post("/logout?continue=//evil.example/",
				Map.of("_csrf", csrf, "redirect", "https://evil.example/", "logoutSuccessUrl", "//evil.example/"),
				"Referer", "https://evil.example/");
		assertThat(answer.headers().firstValue("Location")).hasValue("/login?logout");
	}

	private HttpResponse<String> logout(String idToken, String target) {
		return this.browser.get("/connect/logout?"
				+ Browser.encode(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", target)));
	}

	private static void assertStays(HttpResponse<String> answer, String attempt) {
		assertThat(answer.statusCode()).as(attempt).isEqualTo(400);
		assertThat(answer.headers().firstValue("Location")).as(attempt).isEmpty();
		assertThat(answer.body()).as(attempt).doesNotContain("code=");
	}

}
