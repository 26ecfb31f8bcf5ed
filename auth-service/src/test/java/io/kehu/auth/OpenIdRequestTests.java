package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks the modules of the plan {@code oidcc-basic-certification-test-plan} in which
 * requests are refused, arrive in another way or show no page. The module of the suite is
 * named at each test.
 */
@AuthServiceTest
class OpenIdRequestTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	private Browser browser;

	private RelyingParty client;

	private String username;

	@BeforeEach
	void register() {
		this.browser = new Browser(this.port);
		this.client = new RelyingParty(this.people, this.browser, Map.of());
		this.username = "request-" + UUID.randomUUID();
		this.people.register(this.username, List.of(), List.of());
	}

	/** {@code oidcc-response-type-missing}. */
	@Test
	void aMissingResponseTypeIsReportedToTheClient() {
		Map<String, String> request = this.client.request("openid");
		request.remove("response_type");
		assertRefused(this.client.authorize(request), "invalid_request", request.get("state"));
		request.put("response_type", "token");
		assertRefused(this.client.authorize(request), "unsupported_response_type", request.get("state"));
	}

	/** {@code oidcc-ensure-registered-redirect-uri}. */
	@Test
	void anAddressThatIsNotRegisteredIsReportedToTheUser() {
		Map<String, String> request = this.client.request("openid");
		request.put("redirect_uri", RelyingParty.CALLBACK + "x");
		HttpResponse<String> page = this.client.authorize(request);
		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.headers().firstValue("Location")).isEmpty();
		assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(page.body()).contains("redirect_uri isn&#39;t one that the application has registered");
		request.put("client_id", "nobody");
		assertThat(this.client.authorize(request).body()).contains("client_id doesn&#39;t belong to any application");
		HttpResponse<String> program = this.browser.get("/oauth2/authorize?" + Browser.encode(request), "Accept",
				"application/json");
		assertThat(program.statusCode()).isEqualTo(400);
		assertThat(program.body()).isNotEmpty();
	}

	/** {@code oidcc-ensure-post-request-succeeds}. */
	@Test
	void aPostedRequestSurvivesTheLogin() {
		Map<String, String> request = this.client.request("openid email");
		HttpResponse<String> posted = this.browser.post("/oauth2/authorize", request);
		assertThat(posted.statusCode()).isEqualTo(303);
		HttpResponse<String> asked = this.browser.get(posted.headers().firstValue("Location").orElseThrow());
		assertThat(asked.headers().firstValue("Location")).hasValue("/login");
		HttpResponse<String> answer = this.client.agree(this.browser.logIn(this.username, People.PASSWORD));
		assertThat(AuthorizationCodeFlow.parameter(answer, "state")).isEqualTo(request.get("state"));
		assertThat(this.client.tokens(answer).claim("nonce")).isEqualTo(request.get("nonce"));
	}

	/** {@code oidcc-prompt-none-not-logged-in}, {@code oidcc-prompt-none-logged-in}. */
	@Test
	void aSilentRequestShowsNoPage() {
		Map<String, String> silent = this.client.request("openid");
		silent.put("prompt", "none");
		assertRefused(this.client.authorize(silent), "login_required", silent.get("state"));
		HttpResponse<String> posted = this.browser.follow(see(this.browser.post("/oauth2/authorize", silent)));
		assertRefused(posted, "login_required", silent.get("state"));
		RelyingParty.Tokens first = this.client.tokens(this.client.logIn(this.client.request("openid"), this.username));
		RelyingParty.Tokens second = this.client.tokens(this.client.authorize(silent));
		assertThat(second.claim("sub")).isEqualTo(first.claim("sub"));
		assertThat(second.claim("auth_time")).isEqualTo(first.claim("auth_time"));
		silent.put("max_age", "0");
		assertRefused(this.client.authorize(silent), "login_required", silent.get("state"));
	}

	/** {@code oidcc-id-token-hint}. */
	@Test
	void aHintNamesTheOnlyUserWhoMayAnswer() {
		RelyingParty.Tokens own = this.client.tokens(this.client.logIn(this.client.request("openid"), this.username));
		Map<String, String> request = this.client.request("openid");
		request.put("prompt", "none");
		request.put("id_token_hint", own.id());
		assertThat(this.client.tokens(this.client.authorize(request)).claim("sub")).isEqualTo(own.claim("sub"));
		String other = "other-" + UUID.randomUUID();
		this.people.register(other, List.of(), List.of());
		this.browser.submit("/logout", Map.of());
		this.client.tokens(this.client.logIn(this.client.request("openid"), other));
		assertRefused(this.client.authorize(request), "login_required", request.get("state"));
		request.remove("prompt");
		assertRefused(this.client.authorize(request), "login_required", request.get("state"));
		request.put("id_token_hint", own.id().substring(0, own.id().lastIndexOf('.') + 1));
		assertRefused(this.client.authorize(request), "invalid_request", request.get("state"));
		RelyingParty foreign = new RelyingParty(this.people, this.browser, Map.of());
		Map<String, String> ofAnother = foreign.request("openid");
		ofAnother.put("id_token_hint", own.id());
		assertRefused(foreign.authorize(ofAnother), "invalid_request", ofAnother.get("state"));
	}

	/**
	 * {@code oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported},
	 * {@code oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported},
	 * {@code oidcc-ensure-request-object-with-redirect-uri}.
	 */
	@Test
	void requestObjectsAreRefusedAsUnsupported() {
		Map<String, String> request = this.client.request("openid");
		request.put("request", "eyJhbGciOiJub25lIn0.e30.");
		assertRefused(this.client.authorize(request), "request_not_supported", request.get("state"));
		request.put("redirect_uri", RelyingParty.CALLBACK + "x");
		assertThat(this.client.authorize(request).statusCode()).isEqualTo(400);
		Map<String, String> byReference = this.client.request("openid");
		byReference.put("request_uri", "https://suite.example/request.jwt");
		assertRefused(this.client.authorize(byReference), "request_uri_not_supported", byReference.get("state"));
		Map<String, String> registering = this.client.request("openid");
		registering.put("registration", "{}");
		assertRefused(this.client.authorize(registering), "registration_not_supported", registering.get("state"));
	}

	/** What the {@code claims} parameter can't ask for. */
	@Test
	void claimsAreJsonAndEssentialContextsExist() {
		Map<String, String> request = this.client.request("openid");
		request.put("claims", "name");
		assertRefused(this.client.authorize(request), "invalid_request", request.get("state"));
		request.put("claims", "{\"id_token\": {\"acr\": {\"essential\": true, \"values\": [\"unknown\"]}}}");
		assertRefused(this.client.authorize(request), "unmet_authentication_requirements", request.get("state"));
		request.put("claims", "{\"userinfo\": null, \"id_token\": {\"acr\": null, \"extra\": {\"essential\": true}}}");
		this.client.tokens(this.client.logIn(request, this.username));
	}

	/** Clients that didn't waive it still need a proof key. */
	@Test
	void aProofKeyIsRequiredUnlessTheClientChecksItsNonce() {
		RelyingParty usual = new RelyingParty(this.people, this.browser, Map.of("proofKeyRequired", true));
		Map<String, String> request = usual.request("openid");
		assertRefused(usual.authorize(request), "invalid_request", request.get("state"));
	}

	/** The pages send forms to the waiting client and to no other client. */
	@Test
	void formsLeadToTheWaitingClientOnly() {
		assertThat(policy(this.browser.get("/login"))).endsWith("form-action 'self'");
		HttpResponse<String> asked = this.client.authorize(this.client.request("openid"));
		assertThat(policy(this.browser.follow(asked))).endsWith("form-action 'self' https://suite.example");
		HttpResponse<String> consent = this.browser.follow(this.browser.logIn(this.username, People.PASSWORD));
		assertThat(consent.body()).contains("asks for permission");
		assertThat(policy(consent)).endsWith("form-action 'self' https://suite.example");
	}

	private static String policy(HttpResponse<String> page) {
		return page.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

	/** Browsers follow this redirect with GET. */
	private HttpResponse<String> see(HttpResponse<String> answer) {
		return this.browser.get(answer.headers().firstValue("Location").orElseThrow());
	}

	private static void assertRefused(HttpResponse<String> answer, String error, String state) {
		assertThat(answer.headers().firstValue("Location")).as(answer.body())
			.get()
			.asString()
			.startsWith(RelyingParty.CALLBACK + "?")
			.doesNotContain("code=");
		assertThat(AuthorizationCodeFlow.parameter(answer, "error")).isEqualTo(error);
		assertThat(AuthorizationCodeFlow.parameter(answer, "state")).isEqualTo(state);
		assertThat(AuthorizationCodeFlow.parameter(answer, "iss")).isEqualTo("http%3A%2F%2Flocalhost%3A8080");
	}

}
