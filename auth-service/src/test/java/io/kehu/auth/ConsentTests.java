package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A partner client that acts for users who have consented.
 */
@AuthServiceTest
class ConsentTests {

	private static final String CALLBACK = "https://shop.example/callback";

	private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");

	@LocalServerPort
	int port;

	@Autowired
	People people;

	private HttpProbe operator;

	private Browser browser;

	private PartnerClient client;

	@BeforeEach
	void register() {
		this.operator = this.people.operator();
		this.browser = new Browser(this.port);
		this.client = register("<b>Shop</b>");
	}

	@Test
	void aPersonDecidesWhatItMayDo() throws Exception {
		logIn("uma", "sales-representative");
		HttpResponse<String> page = this.browser.follow(authorize("openid customer:read order:read product:read"));
		assertThat(page.body()).contains("asks for permission", "See customers", "value=\"customer:read\"")
			.doesNotContain("<b>Shop</b>", "value=\"openid\"");
		assertThat(page.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("default-src 'none'");
		Tokens tokens = redeem(allow(page.body(), "customer:read", "product:read"));
		JWTClaimsSet claims = SignedJWT.parse(tokens.access()).getJWTClaimsSet();
		assertThat(claims.getStringListClaim("permissions")).containsExactly("customer:read:team", "product:read");
		assertThat(claims.getStringListClaim("roles")).isEmpty();
		assertThat(claims.getStringClaim("client_id")).isEqualTo(this.client.id());
		assertThat(claims.getStringClaim("preferred_username")).isEqualTo("uma");
	}

	@Test
	void itIsAskedOnceAndAgainForMoreAndAfterItWasWithdrawn() {
		logIn("vera", "marketing");
		Tokens tokens = redeem(allow(this.browser.follow(authorize("openid product:read")).body(), "product:read"));
		assertThat(me(tokens.access())).isEqualTo(200);
		assertThat(AuthorizationCodeFlow.parameter(authorize("openid product:read"), "code")).isNotEmpty();
		assertThat(this.browser.follow(authorize("openid product:read customer:read")).body())
			.contains("asks for permission");
		HttpProbe herself = this.people.logIn("vera");
		JsonNode consent = herself.get("/api/v1/me/consents").expect(200).json().at("/items/0");
		assertThat(consent.get("clientId").asString()).isEqualTo(this.client.id());
		assertThat(consent.get("scopes").toString()).contains("product:read").doesNotContain("customer:read");
		assertThat(this.browser.get("/account/clients").body()).contains("&lt;b&gt;Shop", "See products and prices");
		assertThat(this.browser.submit("/account/clients", Map.of("client", this.client.id())).statusCode())
			.isEqualTo(302);
		assertThat(me(tokens.access())).isEqualTo(401);
		assertThat(refresh(tokens, this.client).statusCode()).isEqualTo(400);
		assertThat(this.browser.follow(authorize("openid product:read")).body()).contains("asks for permission");
		herself.delete("/api/v1/me/consents/" + this.client.id()).expect(404);
	}

	@Test
	void whoDoesNotAllowItGivesNothing() {
		logIn("wanda", "marketing");
		String page = this.browser.follow(authorize("openid product:read")).body();
		HttpResponse<String> denied = this.browser.post("/oauth2/authorize",
				Map.of("client_id", this.client.id(), "state", state(page)));
		assertThat(AuthorizationCodeFlow.parameter(denied, "error")).isEqualTo("access_denied");
		String again = this.browser.follow(authorize("openid product:read")).body();
		for (Map<String, String> forged : List.of(
				Map.of("client_id", this.client.id(), "state", "guessed", "scope", "product:read"),
				Map.of("client_id", this.client.id(), "scope", "product:read"),
				Map.of("client_id", "kehu-console", "state", state(again), "scope", "product:read"),
				Map.of("client_id", this.client.id(), "state", state(again), "scope", "order:read"))) {
			assertThat(this.browser.post("/oauth2/authorize", forged).headers().firstValue("Location").orElse(""))
				.as(forged.toString())
				.doesNotContain("code=");
		}
	}

	@Test
	void theIdentityNeedsConsentToo() {
		logIn("ulla", "marketing");
		Map<String, String> silent = request("openid");
		silent.put("prompt", "none");
		HttpResponse<String> refused = this.browser.get("/oauth2/authorize?" + Browser.encode(silent));
		assertThat(AuthorizationCodeFlow.parameter(refused, "error")).isEqualTo("consent_required");
		String page = this.browser.follow(authorize("openid")).body();
		assertThat(page).contains("Know who you are", "value=\"openid\"");
		redeem(allow(page, "openid"));
		HttpResponse<String> granted = this.browser.get("/oauth2/authorize?" + Browser.encode(silent));
		assertThat(AuthorizationCodeFlow.parameter(granted, "code")).isNotEmpty();
		assertThat(this.people.logIn("ulla").get("/api/v1/me/consents").json().at("/items/0/scopes/0").asString())
			.isEqualTo("openid");
	}

	@Test
	void consentCannotBeGivenForOthers() {
		logIn("xaver", "marketing");
		String state = state(this.browser.follow(authorize("openid product:read")).body());
		Browser mallory = new Browser(this.port);
		this.people.register("mallory-of-consents", List.of("marketing"), List.of());
		mallory.logIn("mallory-of-consents", People.PASSWORD);
		HttpResponse<String> forged = mallory.post("/oauth2/authorize",
				Map.of("client_id", this.client.id(), "state", state, "scope", "product:read"));
		assertThat(forged.headers().firstValue("Location").orElse("")).doesNotContain("code=");
	}

	@Test
	void codesAndRefreshTokensAreForTheClientThatTheyWereGivenTo() {
		logIn("yasmin", "marketing");
		String page = this.browser.follow(authorize("openid product:read")).body();
		PartnerClient other = register("Other");
		String code = allow(page, "product:read");
		assertThat(token(code, other).body()).contains("invalid_grant");
		assertThat(token(code, this.client).statusCode()).as("A code shown by another client may be stolen")
			.isEqualTo(400);
		Tokens tokens = redeem(AuthorizationCodeFlow.parameter(authorize("openid product:read"), "code"));
		assertThat(refresh(tokens, other).statusCode()).isEqualTo(400);
		Browser console = new Browser(this.port);
		assertThat(new AuthorizationCodeFlow(console).refresh(tokens.refresh()).statusCode()).isEqualTo(400);
		HttpResponse<String> own = refresh(tokens, this.client);
		assertThat(own.statusCode()).isEqualTo(200);
	}

	@Test
	void itNeedsAProofKeyAndLooksAfterNobodysAccount() {
		logIn("zita", "marketing");
		Map<String, String> request = request("openid product:read");
		request.remove("code_challenge");
		request.remove("code_challenge_method");
		HttpResponse<String> refused = this.browser.get("/oauth2/authorize?" + Browser.encode(request));
		assertThat(AuthorizationCodeFlow.parameter(refused, "error")).isEqualTo("invalid_request");
		Tokens tokens = redeem(allow(this.browser.follow(authorize("openid product:read")).body(), "product:read"));
		HttpProbe through = this.people.nobody().with("Authorization", "Bearer " + tokens.access());
		assertThat(through.get("/api/v1/me").expect(200).json().get("email").isNull()).isTrue();
		through.patch("/api/v1/me", "*", Map.of("displayName", "Mine")).expect(403);
		through.get("/api/v1/me/sessions").expect(403);
		through.get("/api/v1/me/consents").expect(403);
		through.delete("/api/v1/me/consents/" + this.client.id()).expect(403);
	}

	@Test
	void whatWasGrantedThroughALockedClientDoesNotComeBack() {
		logIn("aron", "marketing");
		Tokens tokens = redeem(allow(this.browser.follow(authorize("openid product:read")).body(), "product:read"));
		this.operator.post(this.client.path() + "/lock", "").expect(204);
		assertThat(me(tokens.access())).isEqualTo(401);
		assertThat(refresh(tokens, this.client).statusCode()).isEqualTo(401);
		this.operator.post(this.client.path() + "/unlock", "").expect(204);
		assertThat(refresh(tokens, this.client).statusCode()).isEqualTo(400);
		assertThat(me(tokens.access())).isEqualTo(401);
	}

	@Test
	void peopleAreLedToAddressesThatTellNobodyElse() {
		for (String bad : List.of("http://shop.example/callback", "https://shop.example/callback#x",
				"https://*.example/", "https://user@shop.example/", "https:///callback", "shop.example", "javascript:x",
				"http://localhost/callback", "https://shop.example/a/../b", "http://127.0.0.1@shop.example/")) {
			JsonNode refused = this.operator
				.post("/api/v1/clients", Map.of("name", "Bad", "redirectUris", List.of(CALLBACK, bad)))
				.expect(400)
				.json();
			assertThat(refused.at("/errors/0/pointer").asString()).as(bad).isEqualTo("/redirectUris/1");
		}
		this.operator
			.post("/api/v1/clients",
					Map.of("name", "Good", "redirectUris",
							List.of("http://127.0.0.1/callback", "http://[::1]/callback")))
			.expect(201);
	}

	private PartnerClient register(String name) {
		JsonNode client = this.operator
			.post("/api/v1/clients",
					Map.of("name", name, "roles", List.of("partner"), "redirectUris", List.of(CALLBACK)))
			.expect(201)
			.json();
		String path = "/api/v1/clients/" + client.get("id").asString();
		JsonNode secret = this.operator.post(path + "/secrets", "{}").expect(201).json();
		return new PartnerClient(path, secret.get("clientId").asString(), secret.get("clientSecret").asString());
	}

	private void logIn(String username, String role) {
		this.people.register(username, List.of(role), List.of());
		assertThat(this.browser.logIn(username, People.PASSWORD).headers().firstValue("Location")).hasValue("/");
	}

	private HttpResponse<String> authorize(String scopes) {
		return this.browser.get("/oauth2/authorize?" + Browser.encode(request(scopes)));
	}

	private Map<String, String> request(String scopes) {
		Map<String, String> request = AuthorizationCodeFlow.request();
		request.putAll(Map.of("client_id", this.client.id(), "redirect_uri", CALLBACK, "scope", scopes));
		return request;
	}

	private String allow(String page, String... scopes) {
		StringBuilder form = new StringBuilder(
				Browser.encode(Map.of("client_id", this.client.id(), "state", state(page))));
		for (String scope : scopes) {
			form.append('&').append(Browser.encode(Map.of("scope", scope)));
		}
		HttpResponse<String> granted = this.browser.postEncoded("/oauth2/authorize", form.toString());
		return AuthorizationCodeFlow.parameter(granted, "code");
	}

	private static String state(String page) {
		Matcher state = STATE.matcher(page);
		assertThat(state.find()).as(page).isTrue();
		return state.group(1);
	}

	private Tokens redeem(String code) {
		HttpResponse<String> answer = token(code, this.client);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return new Tokens(JsonPath.read(answer.body(), "$.access_token"),
				JsonPath.read(answer.body(), "$.refresh_token"));
	}

	private HttpResponse<String> token(String code, PartnerClient by) {
		return post(by, Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK,
				"code_verifier", AuthorizationCodeFlow.VERIFIER));
	}

	private HttpResponse<String> refresh(Tokens tokens, PartnerClient by) {
		return post(by, Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()));
	}

	private HttpResponse<String> post(PartnerClient by, Map<String, String> form) {
		Map<String, String> all = new HashMap<>(form);
		all.put("client_id", by.id());
		all.put("client_secret", by.secret());
		return this.browser.post("/oauth2/token", all);
	}

	private int me(String token) {
		return this.browser.api("/api/v1/me", token).statusCode();
	}

	/**
	 * A client with its secret.
	 */
	private record PartnerClient(String path, String id, String secret) {
	}

	/**
	 * The tokens of a client.
	 */
	private record Tokens(String access, String refresh) {
	}

}
