package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class AuthorizationCodeTests {

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	private Browser browser;

	private AuthorizationCodeFlow flow;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
		this.flow = new AuthorizationCodeFlow(this.browser);
	}

	@Test
	void aPersonLogsInAndTheConsoleGetsTokens() throws Exception {
		HttpResponse<String> asked = this.flow.authorize(AuthorizationCodeFlow.request());
		assertThat(asked.statusCode()).isEqualTo(302);
		assertThat(location(asked)).isEqualTo("/login");
		HttpResponse<String> loggedIn = this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		assertThat(location(loggedIn)).startsWith("/oauth2/authorize?");
		HttpResponse<String> granted = this.browser.get(location(loggedIn));
		assertThat(location(granted)).startsWith(AuthorizationCodeFlow.REDIRECT);
		assertThat(AuthorizationCodeFlow.parameter(granted, "state")).isEqualTo("some-state");
		HttpResponse<String> tokens = this.flow.redeem(AuthorizationCodeFlow.parameter(granted, "code"),
				AuthorizationCodeFlow.VERIFIER);
		assertThat(tokens.statusCode()).isEqualTo(200);
		assertThat(tokens.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(JsonPath.<String>read(tokens.body(), "$.token_type")).isEqualTo("Bearer");
		assertThat(JsonPath.<Integer>read(tokens.body(), "$.expires_in")).isBetween(590, 600);
	}

	@Test
	void theAccessTokenSaysWhatRfc9068AndServicesAskFor() throws Exception {
		SignedJWT token = SignedJWT.parse(this.flow.tokens().access());
		assertThat(token.getHeader().toJSONObject()).containsEntry("typ", "at+jwt")
			.containsEntry("alg", "ES256")
			.containsKey("kid");
		Map<String, Object> claims = token.getJWTClaimsSet().getClaims();
		assertThat(claims).containsEntry("iss", "http://localhost:8080")
			.containsEntry("client_id", "kehu-console")
			.containsEntry("preferred_username", "ada")
			.containsKeys("jti", "iat", "exp", "nbf", "teams");
		assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("kehu");
		assertThat(UUID.fromString(token.getJWTClaimsSet().getSubject())).isNotNull();
		assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("administrator");
		assertThat(token.getJWTClaimsSet().getStringListClaim("permissions")).contains("customer:read", "user:write")
			.hasSize(25);
	}

	@Test
	void theAccessTokenOpensMeAndTheIdTokenDoesNot() {
		AuthorizationCodeFlow.Tokens tokens = this.flow.tokens();
		HttpResponse<String> me = me(tokens.access());
		assertThat(me.statusCode()).isEqualTo(200);
		assertThat(JsonPath.<String>read(me.body(), "$.name")).isEqualTo("ada");
		assertThat(JsonPath.<String>read(me.body(), "$.roles[0]")).isEqualTo("administrator");
		assertThat(me(tokens.id()).statusCode()).isEqualTo(401);
		assertThat(this.browser.api("/userinfo", tokens.access()).statusCode()).isEqualTo(200);
		assertThat(this.browser.api("/userinfo", tokens.id()).statusCode()).isEqualTo(401);
	}

	@Test
	void theSessionOfALoginIsNoTicketToTheApi() {
		this.flow.tokens();
		assertThat(this.browser.get("/api/v1/me").statusCode()).isEqualTo(401);
	}

	@Test
	void withoutProofKeyThereIsNoCode() {
		Map<String, String> request = AuthorizationCodeFlow.request();
		request.remove("code_challenge");
		request.remove("code_challenge_method");
		assertRefusedAfterLogin(request);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
			"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM" })
	void aChallengeThatIsNoDigestIsRefused(String challenge) {
		Map<String, String> request = AuthorizationCodeFlow.request();
		request.put("code_challenge", challenge);
		assertRefusedAfterLogin(request);
	}

	@Test
	void aPlainProofKeyIsRefused() {
		Map<String, String> request = AuthorizationCodeFlow.request();
		request.put("code_challenge", AuthorizationCodeFlow.VERIFIER);
		request.put("code_challenge_method", "plain");
		assertRefusedAfterLogin(request);
		request.remove("code_challenge_method");
		assertRefusedAfterLogin(request);
	}

	@Test
	void aCodeNeedsItsVerifierAndWorksOnce() {
		String code = this.flow.code(AuthorizationCodeFlow.request());
		assertThat(this.flow.redeem(code, "x".repeat(43)).statusCode()).isEqualTo(400);
		assertThat(this.flow.redeem(code, AuthorizationCodeFlow.VERIFIER).statusCode()).isEqualTo(200);
		assertThat(this.flow.redeem(code, AuthorizationCodeFlow.VERIFIER).statusCode()).isEqualTo(400);
	}

	@Test
	void anotherRedirectIsNeverFollowed() {
		for (String target : new String[] { "https://evil.example/callback", "http://127.0.0.1:54321/callback/x",
				"http://127.0.0.1.evil.example/callback", "http://127.0.0.1:54321/callback#x" }) {
			Map<String, String> request = AuthorizationCodeFlow.request();
			request.put("redirect_uri", target);
			HttpResponse<String> answer = this.flow.authorize(request);
			assertThat(answer.statusCode()).as(target).isEqualTo(400);
			assertThat(answer.headers().firstValue("Location")).as(target).isEmpty();
		}
	}

	@Test
	void aDisabledPersonGetsNoToken() {
		String code = this.flow.code(AuthorizationCodeFlow.request());
		this.jdbc.sql("update users set enabled = false").update();
		try {
			assertThat(this.flow.redeem(code, AuthorizationCodeFlow.VERIFIER).statusCode()).isEqualTo(400);
			HttpResponse<String> answer = new Browser(this.port).logIn(AuthServiceTest.USERNAME,
					AuthServiceTest.PASSWORD);
			assertThat(location(answer)).isEqualTo("/login?error");
		}
		finally {
			this.jdbc.sql("update users set enabled = true").update();
		}
	}

	private void assertRefusedAfterLogin(Map<String, String> request) {
		HttpResponse<String> answer = this.flow.authorize(request);
		if (location(answer).equals("/login")) {
			HttpResponse<String> loggedIn = this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
			answer = this.browser.get(location(loggedIn));
		}
		assertThat(AuthorizationCodeFlow.parameter(answer, "error")).isEqualTo("invalid_request");
		assertThat(location(answer)).doesNotContain("code=");
	}

	private HttpResponse<String> me(String token) {
		return this.browser.api("/api/v1/me", token);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
