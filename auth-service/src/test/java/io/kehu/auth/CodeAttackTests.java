package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.kehu.platform.test.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries to obtain tokens with foreign codes and unsupported methods.
 */
@AuthServiceTest
class CodeAttackTests {

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient database;

	private Browser browser;

	private AuthorizationCodeFlow flow;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
		this.flow = new AuthorizationCodeFlow(this.browser);
	}

	@Test
	void ofManyWhoRedeemACodeAtTheSameMomentOneGetsTokens() {
		String code = this.flow.code(AuthorizationCodeFlow.request());
		List<Integer> statuses = Together.run(6,
				(index) -> new AuthorizationCodeFlow(new Browser(this.port))
					.redeem(code, AuthorizationCodeFlow.VERIFIER)
					.statusCode());
		assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
	}

	@Test
	void aCodeWithAProofKeyIsWorthNothingWithoutTheVerifier() {
		for (String verifier : List.of("", "x".repeat(43), AuthorizationCodeFlow.request().get("code_challenge"),
				AuthorizationCodeFlow.VERIFIER + "x", AuthorizationCodeFlow.VERIFIER.toUpperCase())) {
			String code = new AuthorizationCodeFlow(new Browser(this.port)).code(AuthorizationCodeFlow.request());
			assertThat(this.flow.redeem(code, verifier).statusCode()).as(verifier).isIn(400, 401);
		}
		String code = this.flow.code(AuthorizationCodeFlow.request());
		HttpResponse<String> without = this.browser.post("/oauth2/token", Map.of("grant_type", "authorization_code",
				"client_id", "kehu-console", "code", code, "redirect_uri", AuthorizationCodeFlow.REDIRECT));
		assertThat(without.statusCode()).isIn(400, 401);
		assertThat(without.body()).doesNotContain("access_token");
	}

	@Test
	void otherMethodsOfTheProofKeyDoNotExist() {
		this.flow.code(AuthorizationCodeFlow.request());
		for (String method : List.of("plain", "PLAIN", "s256", "S512", "none", "")) {
			Map<String, String> request = AuthorizationCodeFlow.request();
			request.put("code_challenge_method", method);
			request.put("code_challenge", AuthorizationCodeFlow.VERIFIER);
			HttpResponse<String> answer = this.flow.authorize(request);
			assertThat(AuthorizationCodeFlow.parameter(answer, "error")).as(method).isEqualTo("invalid_request");
			assertThat(answer.headers().firstValue("Location")).get().asString().doesNotContain("code=");
		}
	}

	@Test
	void anotherClientCannotUseACodeAndThenNobodyCan() {
		String code = this.flow.code(AuthorizationCodeFlow.request());
		HttpResponse<String> stolen = this.browser.post("/oauth2/token",
				Map.of("grant_type", "authorization_code", "client_id", "kehu-cli", "client_secret",
						AuthServiceTest.CLIENT_SECRET, "code", code, "redirect_uri", AuthorizationCodeFlow.REDIRECT,
						"code_verifier", AuthorizationCodeFlow.VERIFIER));
		assertThat(stolen.statusCode()).isEqualTo(400);
		assertThat(stolen.body()).doesNotContain("access_token");
	}

	@Test
	void aCodeIsGoodForAMinute() {
		String code = this.flow.code(AuthorizationCodeFlow.request());
		this.database
			.sql("update oauth2_authorization set authorization_code_expires_at = now() - interval '1 second',"
					+ " authorization_code_issued_at = now() - interval '1 minute'"
					+ " where authorization_code_issued_at is not null")
			.update();
		assertThat(this.flow.redeem(code, AuthorizationCodeFlow.VERIFIER).statusCode()).isEqualTo(400);
	}

	@Test
	void whatIsNotOnOfferIsNotThere() {
		for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
			Map<String, Object> metadata = JsonPath.read(this.browser.get(path).body(), "$");
			assertThat(metadata).containsEntry("response_types_supported", List.of("code"))
				.containsEntry("grant_types_supported",
						List.of("authorization_code", "refresh_token", "client_credentials"))
				.containsEntry("code_challenge_methods_supported", List.of("S256"))
				.doesNotContainKeys("registration_endpoint", "device_authorization_endpoint",
						"pushed_authorization_request_endpoint");
		}
		this.flow.code(AuthorizationCodeFlow.request());
		for (String type : List.of("token", "id_token", "id_token token", "code token", "code id_token", "none")) {
			Map<String, String> request = AuthorizationCodeFlow.request();
			request.put("response_type", type);
			request.put("nonce", "n");
			HttpResponse<String> answer = this.flow.authorize(request);
			assertThat(answer.statusCode()).as(type).isIn(302, 400);
			assertThat(answer.headers().firstValue("Location").orElse("") + answer.body()).as(type)
				.doesNotContain("access_token", "id_token=", "code=");
		}
		for (String grant : List.of("password", "implicit", "urn:ietf:params:oauth:grant-type:device_code",
				"urn:ietf:params:oauth:grant-type:jwt-bearer", "urn:ietf:params:oauth:grant-type:token-exchange")) {
			HttpResponse<String> answer = this.browser.post("/oauth2/token",
					Map.of("grant_type", grant, "client_id", "kehu-cli", "client_secret", AuthServiceTest.CLIENT_SECRET,
							"username", AuthServiceTest.USERNAME, "password", AuthServiceTest.PASSWORD, "assertion",
							"x", "device_code", "x"));
			assertThat(answer.statusCode()).as(grant).isEqualTo(400);
			assertThat(answer.body()).as(grant).doesNotContain("access_token");
		}
	}

	@Test
	void aClientThatIsNotOfAPartnerHasNoScopesToAskFor() {
		for (String scope : List.of("customer:read", "openid", "*", "administrator")) {
			HttpResponse<String> answer = this.browser.post("/oauth2/token", Map.of("grant_type", "client_credentials",
					"client_id", "kehu-cli", "client_secret", AuthServiceTest.CLIENT_SECRET, "scope", scope));
			assertThat(answer.statusCode()).as(scope).isEqualTo(400);
			assertThat(answer.body()).contains("invalid_scope");
		}
		Map<String, String> request = AuthorizationCodeFlow.request();
		request.put("scope", "openid user:write");
		this.browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		assertThat(AuthorizationCodeFlow.parameter(this.flow.authorize(request), "error")).isEqualTo("invalid_scope");
	}

}
