package io.kehu.auth;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks the modules of the plan {@code oidcc-basic-certification-test-plan} that
 * authorize. The module of the suite is named at each test.
 */
@AuthServiceTest
class OpenIdBasicPlanTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	TestClock clock;

	private Browser browser;

	private RelyingParty client;

	private String username;

	@BeforeEach
	void register() {
		this.browser = new Browser(this.port);
		this.client = new RelyingParty(this.people, this.browser, Map.of());
		this.username = "suite-" + UUID.randomUUID();
		this.people.register(Map.of("username", this.username, "displayName", "Susi Suite", "email",
				this.username + "@example.org", "locale", "en"));
	}

	@AfterEach
	void resetClock() {
		this.clock.renew();
	}

	/** {@code oidcc-server}, {@code oidcc-idtoken-signature}. */
	@Test
	void aCodeBecomesAnIdTokenWithNothingThatWasNotRequested() {
		Map<String, String> request = this.client.request("openid");
		HttpResponse<String> answer = this.client.logIn(request, this.username);
		assertThat(AuthorizationCodeFlow.parameter(answer, "state")).isEqualTo(request.get("state"));
		assertThat(AuthorizationCodeFlow.parameter(answer, "iss")).isEqualTo("http%3A%2F%2Flocalhost%3A8080");
		RelyingParty.Tokens tokens = this.client.tokens(answer);
		assertThat(tokens.idToken().getHeader().getAlgorithm().getName()).isEqualTo("RS256");
		assertThat(tokens.idToken().getHeader().getKeyID()).isNotBlank();
		JWTClaimsSet claims = tokens.claims();
		assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
		assertThat(claims.getAudience()).containsExactly(this.client.id());
		assertThat(claims.getClaims()).containsEntry("nonce", request.get("nonce")).containsKey("auth_time");
		assertThat(claims.getClaims().keySet()).isSubsetOf("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce",
				"acr", "amr", "azp", "at_hash", "c_hash", "nbf", "jti", "sid");
		assertThat(info(tokens).keySet()).containsExactly("sub");
	}

	/** {@code id_token_signed_response_alg} of a client. */
	@Test
	void aClientMayHaveItsIdTokensSignedWithAnotherAlgorithm() {
		RelyingParty other = new RelyingParty(this.people, this.browser, Map.of("idTokenSignedResponseAlg", "ES256"));
		RelyingParty.Tokens tokens = other.tokens(other.logIn(other.request("openid"), this.username));
		assertThat(tokens.idToken().getHeader().getAlgorithm().getName()).isEqualTo("ES256");
		this.people.operator()
			.post("/api/v1/clients", Map.of("name", "Bad", "idTokenSignedResponseAlg", "none"))
			.expect(400);
	}

	/** {@code oidcc-ensure-request-without-nonce-succeeds-for-code-flow}. */
	@Test
	void aRequestNeedsNoNonce() {
		Map<String, String> request = this.client.request("openid");
		request.remove("nonce");
		assertThat(this.client.tokens(this.client.logIn(request, this.username)).claim("nonce")).isNull();
	}

	/** {@code oidcc-ensure-request-with-valid-pkce-succeeds}. */
	@Test
	void aProofKeyIsCheckedEvenIfItIsNotRequired() {
		Map<String, String> request = this.client.request("openid");
		request.put("code_challenge", AuthorizationCodeFlow.request().get("code_challenge"));
		request.put("code_challenge_method", "S256");
		HttpResponse<String> answer = this.client.logIn(request, this.username);
		assertThat(this.client.redeem(answer).statusCode()).isEqualTo(400);
		HttpResponse<String> redeemed = this.client
			.token(Map.of("grant_type", "authorization_code", "code", AuthorizationCodeFlow.parameter(answer, "code"),
					"redirect_uri", RelyingParty.CALLBACK, "code_verifier", AuthorizationCodeFlow.VERIFIER));
		assertThat(redeemed.statusCode()).isEqualTo(200);
	}

	/** {@code oidcc-scope-email}, {@code oidcc-alternate-happy-flow}. */
	@ParameterizedTest
	@CsvSource({ "openid email", "email openid" })
	void theScopeEmailGivesTheClaimsThatItStandsFor(String scopes) {
		RelyingParty.Tokens tokens = this.client.tokens(this.client.logIn(this.client.request(scopes), this.username));
		assertThat(info(tokens)).containsEntry("email", this.username + "@example.org")
			.containsEntry("email_verified", false)
			.containsOnlyKeys("sub", "email", "email_verified");
	}

	/** {@code oidcc-scope-profile}. */
	@Test
	void theScopeProfileGivesTheClaimsThatAreSupported() {
		RelyingParty.Tokens tokens = this.client
			.tokens(this.client.logIn(this.client.request("openid profile"), this.username));
		assertThat(info(tokens)).containsEntry("name", "Susi Suite")
			.containsEntry("preferred_username", this.username)
			.containsEntry("locale", "en");
		assertThat(tokens.claim("name")).isNull();
		assertThat(tokens.claim("preferred_username")).isEqualTo(this.username);
	}

	/** {@code oidcc-claims-essential}. */
	@Test
	void aRequestedClaimIsGivenWithConsent() {
		Map<String, String> request = this.client.request("openid");
		request.put("claims", "{\"userinfo\": {\"name\": {\"essential\": true}}}");
		this.client.authorize(request);
		assertThat(this.browser.follow(this.browser.logIn(this.username, People.PASSWORD)).body())
			.contains("See your name and your user name");
		RelyingParty.Tokens tokens = this.client.tokens(this.client.agree(this.client.authorize(request)));
		assertThat(info(tokens)).containsEntry("name", "Susi Suite");
		assertThat(tokens.claim("name")).isNull();
	}

	/** {@code oidcc-userinfo-get}, {@code -post-header}, {@code -post-body}. */
	@Test
	void theTokenIsAcceptedInTheHeaderAndInTheBody() {
		RelyingParty.Tokens tokens = this.client
			.tokens(this.client.logIn(this.client.request("openid"), this.username));
		Object subject = tokens.claim("sub");
		assertThat(info(tokens)).containsEntry("sub", subject);
		HttpResponse<String> header = this.browser.post("/userinfo", Map.of(), "Authorization",
				"Bearer " + tokens.access());
		assertThat(JsonPath.<Object>read(header.body(), "$.sub")).isEqualTo(subject);
		HttpResponse<String> body = this.browser.post("/userinfo", Map.of("access_token", tokens.access()));
		assertThat(JsonPath.<Object>read(body.body(), "$.sub")).isEqualTo(subject);
		assertThat(this.browser.post("/userinfo", Map.of("access_token", "none")).statusCode()).isEqualTo(401);
	}

	/**
	 * {@code oidcc-display-page}, {@code -popup}, {@code oidcc-ui-locales},
	 * {@code oidcc-claims-locales},
	 * {@code oidcc-ensure-request-with-unknown-parameter-succeeds}.
	 */
	@ParameterizedTest
	@CsvSource({ "display,page", "display,popup", "ui_locales,se", "claims_locales,se", "extra,foobar" })
	void whatIsNotSupportedIsIgnored(String parameter, String value) {
		Map<String, String> request = this.client.request("openid");
		request.put(parameter, value);
		this.client.tokens(this.client.logIn(request, this.username));
	}

	/** {@code oidcc-login-hint}. */
	@Test
	void aHintFillsInTheUserName() {
		Map<String, String> request = this.client.request("openid");
		request.put("login_hint", "\"><b>" + this.username);
		assertThat(this.browser.follow(this.client.authorize(request)).body())
			.contains("value=\"&quot;&gt;&lt;b&gt;" + this.username);
		this.client.tokens(this.client.logIn(request, this.username));
	}

	/** {@code oidcc-ensure-request-with-acr-values-succeeds}. */
	@Test
	void acrValuesAreVoluntary() {
		Map<String, String> request = this.client.request("openid");
		request.put("acr_values", "urn:kehu:acr:two-factors urn:kehu:acr:one-factor");
		assertThat(this.client.tokens(this.client.logIn(request, this.username)).claim("acr"))
			.isEqualTo("urn:kehu:acr:one-factor");
	}

	/** {@code oidcc-codereuse}, {@code oidcc-codereuse-30seconds}. */
	@Test
	void aCodeThatIsUsedTwiceRevokesItsTokens() {
		HttpResponse<String> answer = this.client.logIn(this.client.request("openid"), this.username);
		RelyingParty.Tokens tokens = this.client.tokens(answer);
		HttpResponse<String> again = this.client.redeem(answer);
		assertThat(again.statusCode()).isEqualTo(400);
		assertThat(JsonPath.<String>read(again.body(), "$.error")).isEqualTo("invalid_grant");
		assertThat(this.browser.api("/userinfo", tokens.access()).statusCode()).isEqualTo(401);
		assertThat(refresh(this.client, tokens).statusCode()).isEqualTo(400);
	}

	/** {@code oidcc-refresh-token}. */
	@Test
	void aRefreshTokenBelongsToItsClient() {
		RelyingParty.Tokens tokens = this.client
			.tokens(this.client.logIn(this.client.request("openid"), this.username));
		RelyingParty other = new RelyingParty(this.people, this.browser, Map.of());
		HttpResponse<String> foreign = refresh(other, tokens);
		assertThat(foreign.statusCode()).isEqualTo(400);
		assertThat(JsonPath.<String>read(foreign.body(), "$.error")).isEqualTo("invalid_grant");
		RelyingParty.Tokens next = RelyingParty.Tokens.of(refresh(this.client, tokens));
		assertThat(next.claim("sub")).isEqualTo(tokens.claim("sub"));
		assertThat(next.claim("auth_time")).isEqualTo(tokens.claim("auth_time"));
		assertThat(info(next)).containsKey("sub");
	}

	/** {@code oidcc-server-client-secret-post} and its counterpart in the header. */
	@Test
	void responsesMayBePosted() {
		Map<String, String> request = this.client.request("openid");
		request.put("response_mode", "form_post");
		HttpResponse<String> answer = this.client.logIn(request, this.username);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("action=\"" + RelyingParty.CALLBACK + "\"", "name=\"code\"",
				"name=\"state\" value=\"" + request.get("state"), "name=\"iss\"");
		assertThat(answer.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("form-action 'self' https://suite.example");
		Map<String, String> unsupported = new HashMap<>(request);
		unsupported.put("response_mode", "fragment");
		assertThat(AuthorizationCodeFlow.parameter(this.client.authorize(unsupported), "error"))
			.isEqualTo("invalid_request");
	}

	private HttpResponse<String> refresh(RelyingParty by, RelyingParty.Tokens tokens) {
		return by.token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh(), "scope", "openid"));
	}

	private Map<String, Object> info(RelyingParty.Tokens tokens) {
		HttpResponse<String> answer = this.browser.api("/userinfo", tokens.access());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/json");
		return JsonPath.read(answer.body(), "$");
	}

	/** {@code oidcc-max-age-1}, {@code oidcc-max-age-10000}. */
	@Test
	void anOldLoginIsRenewedExactlyWhenTheClientAsksForIt() {
		RelyingParty.Tokens first = this.client.tokens(this.client.logIn(this.client.request("openid"), this.username));
		Map<String, String> generous = this.client.request("openid");
		generous.put("max_age", "10000");
		RelyingParty.Tokens same = this.client.tokens(this.client.authorize(generous));
		assertThat(same.claim("auth_time")).isEqualTo(first.claim("auth_time"));
		Map<String, String> strict = this.client.request("openid");
		strict.put("max_age", "1");
		this.clock.advance(Duration.ofSeconds(3));
		HttpResponse<String> asked = this.client.authorize(strict);
		assertThat(asked.headers().firstValue("Location")).hasValue("/login?confirm");
		HttpResponse<String> answer = this.browser.follow(this.browser.logIn(this.username, People.PASSWORD));
		assertThat(this.client.tokens(answer).claim("auth_time")).isNotNull();
		assertThat(this.client.authorize(strict).headers().firstValue("Location")).hasValue("/login?confirm");
		strict.put("max_age", "soon");
		assertThat(AuthorizationCodeFlow.parameter(this.client.authorize(strict), "error"))
			.isEqualTo("invalid_request");
	}

	/** {@code oidcc-prompt-login}. */
	@Test
	void aClientCanAskForAnotherLoginAtAnyTime() {
		this.client.tokens(this.client.logIn(this.client.request("openid"), this.username));
		Map<String, String> request = this.client.request("openid");
		request.put("prompt", "login");
		assertThat(this.client.authorize(request).headers().firstValue("Location")).hasValue("/login?confirm");
		HttpResponse<String> answer = this.browser.follow(this.browser.logIn(this.username, People.PASSWORD));
		assertThat(AuthorizationCodeFlow.parameter(answer, "state")).isEqualTo(request.get("state"));
		assertThat(List.of(this.client.authorize(request).headers().firstValue("Location").orElseThrow()))
			.containsExactly("/login?confirm");
	}

}
