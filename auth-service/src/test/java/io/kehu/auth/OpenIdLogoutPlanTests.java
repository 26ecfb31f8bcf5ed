package io.kehu.auth;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks the modules of the plan
 * {@code oidcc-rp-initiated-logout-certification-test-plan}. The module of the suite is
 * named at each test.
 */
@AuthServiceTest
class OpenIdLogoutPlanTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	private Browser browser;

	private RelyingParty client;

	private RelyingParty.Tokens tokens;

	@BeforeEach
	void logIn() {
		this.browser = new Browser(this.port);
		this.client = new RelyingParty(this.people, this.browser, Map.of());
		String username = "logout-" + UUID.randomUUID();
		this.people.register(username, List.of(), List.of());
		this.tokens = this.client.tokens(this.client.logIn(this.client.request("openid"), username));
	}

	/** {@code oidcc-rp-initiated-logout}. */
	@Test
	void theUserReturnsToTheClientLoggedOut() {
		String state = "s".repeat(128);
		HttpResponse<String> answer = logout(Map.of("id_token_hint", this.tokens.id(), "post_logout_redirect_uri",
				RelyingParty.LOGGED_OUT, "state", state));
		assertThat(answer.headers().firstValue("Location")).hasValue(RelyingParty.LOGGED_OUT + "?state=" + state);
		assertLoggedOut(true);
	}

	/** {@code oidcc-rp-initiated-logout-no-state}. */
	@Test
	void theStateIsOptional() {
		HttpResponse<String> answer = logout(
				Map.of("id_token_hint", this.tokens.id(), "post_logout_redirect_uri", RelyingParty.LOGGED_OUT));
		assertThat(answer.headers().firstValue("Location")).hasValue(RelyingParty.LOGGED_OUT);
		assertLoggedOut(true);
	}

	/** {@code oidcc-rp-initiated-logout-no-post-logout-redirect-uri}. */
	@Test
	void withoutAnAddressThePageSaysSo() {
		HttpResponse<String> page = this.browser
			.follow(logout(Map.of("id_token_hint", this.tokens.id(), "state", "some")));
		assertThat(page.body()).contains("You&#39;ve been logged out");
		assertLoggedOut(true);
	}

	/**
	 * {@code oidcc-rp-initiated-logout-no-params},
	 * {@code oidcc-rp-initiated-logout-only-state},
	 * {@code oidcc-rp-initiated-logout-no-id-token-hint}.
	 */
	@Test
	void withoutAnIdTokenTheUserIsAsked() {
		for (Map<String, String> parameters : List.of(Map.<String, String>of(), Map.of("state", "some"),
				Map.of("post_logout_redirect_uri", RelyingParty.LOGGED_OUT, "state", "some"))) {
			HttpResponse<String> answer = logout(parameters);
			assertThat(answer.headers().firstValue("Location")).as(parameters.toString()).hasValue("/logout");
			assertThat(this.browser.follow(answer).body()).contains("need to log in again on this device");
		}
		assertLoggedOut(false);
		assertThat(this.browser.follow(this.browser.submit("/logout", Map.of())).body())
			.contains("You&#39;ve been logged out");
		assertLoggedOut(true);
	}

	/**
	 * {@code oidcc-rp-initiated-logout-bad-post-logout-redirect-uri},
	 * {@code oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri}.
	 */
	@Test
	void theAddressMustBeRegistered() {
		for (String bad : List.of(RelyingParty.LOGGED_OUT + "x", RelyingParty.LOGGED_OUT + "?foo=bar")) {
			assertPage(logout(Map.of("id_token_hint", this.tokens.id(), "post_logout_redirect_uri", bad)),
					"post_logout_redirect_uri");
		}
	}

	/**
	 * {@code oidcc-rp-initiated-logout-modified-id-token-hint},
	 * {@code oidcc-rp-initiated-logout-bad-id-token-hint}.
	 */
	@Test
	void theIdTokenMustBeOurs() throws JOSEException {
		String payload = this.tokens.id().split("\\.")[1];
		String unsigned = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)) + "." + payload + ".";
		SignedJWT forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), this.tokens.claims());
		forged.sign(new MACSigner("a secret that the suite made up itself"));
		for (String hint : List.of(unsigned, forged.serialize(), "none")) {
			assertPage(logout(
					Map.of("id_token_hint", hint, "post_logout_redirect_uri", RelyingParty.LOGGED_OUT, "state", "s")),
					"id_token_hint");
		}
	}

	/** An ID token that was refreshed since is ours, but proves less. */
	@Test
	void withAnEarlierIdTokenTheUserIsAsked() {
		RelyingParty.Tokens
			.of(this.client.token(Map.of("grant_type", "refresh_token", "refresh_token", this.tokens.refresh())));
		assertThat(logout(Map.of("id_token_hint", this.tokens.id())).headers().firstValue("Location"))
			.hasValue("/logout");
		assertLoggedOut(false);
	}

	/** What partners may register. */
	@Test
	void addressesForTheLogoutAreCheckedLikeThoseForTheLogin() {
		this.people.operator()
			.post("/api/v1/clients",
					Map.of("name", "Bad", "postLogoutRedirectUris", List.of("http://shop.example/", "javascript:x")))
			.expect(400);
	}

	private HttpResponse<String> logout(Map<String, String> parameters) {
		return this.browser.get("/connect/logout?" + Browser.encode(new HashMap<>(parameters)));
	}

	private void assertPage(HttpResponse<String> answer, String reason) {
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Location")).isEmpty();
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(answer.body()).contains(reason, "/logout");
		assertLoggedOut(false);
	}

	private void assertLoggedOut(boolean expected) {
		Map<String, String> silent = this.client.request("openid");
		silent.put("prompt", "none");
		String location = this.client.authorize(silent).headers().firstValue("Location").orElseThrow();
		assertThat(location.contains("error=login_required")).isEqualTo(expected);
		assertThat(this.browser.api("/userinfo", this.tokens.access()).statusCode() == 401).isEqualTo(expected);
	}

}
