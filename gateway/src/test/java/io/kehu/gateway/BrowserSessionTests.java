package io.kehu.gateway;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.token.TestToken;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser logs in, calls the API and logs out without ever seeing a token.
 */
@SharedGatewayTest
class BrowserSessionTests {

	private final AtomicInteger grants = new AtomicInteger();

	private final AtomicInteger rejections = new AtomicInteger();

	private final UUID userId = UUID.randomUUID();

	private final String token = TestToken.user(this.userId, "customer:read").serialize();

	private final BrowserLogin browser;

	private final int port;

	private volatile int lifetime = 600;

	private volatile boolean refusing;

	BrowserSessionTests(@LocalServerPort int port) {
		this.port = port;
		this.browser = new BrowserLogin(port);
	}

	@BeforeEach
	void answer() {
		SharedBackends.ACCESS.answering(this::access);
		SharedBackends.customersAnswering(
				(request, response) -> response.sendString(Mono.just(request.method() + " of a customer")));
	}

	private Publisher<Void> access(HttpServerRequest request, HttpServerResponse response) {
		return switch (request.method() + " " + request.uri()) {
			case "POST /oauth2/token" -> request.receive().aggregate().then(tokens(response));
			case "GET /api/v1/me" -> (this.rejections.getAndDecrement() > 0) ? response.status(401).send()
					: json(response, "{\"userId\": \"%s\", \"name\": \"ada\"}".formatted(this.userId));
			case "GET /api/v1/me/sessions" -> json(response,
					"""
							{"items": [{"id": "other", "current": false}, {"id": "own", "current": true}], "nextCursor": null}""");
			default -> response.status(204).send();
		};
	}

	private Mono<Void> tokens(HttpServerResponse response) {
		return Mono.defer(() -> {
			if (this.refusing) {
				return Mono.from(json(response.status(400), "{\"error\": \"invalid_grant\"}"));
			}
			int grant = this.grants.incrementAndGet();
			return Mono
				.from(json(response, "{\"access_token\": \"%s\", \"expires_in\": %d, \"refresh_token\": \"refresh-%d\"}"
					.formatted(this.token, (grant == 1) ? this.lifetime : 600, grant)));
		});
	}

	private static Publisher<Void> json(HttpServerResponse response, String body) {
		return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json").sendString(Mono.just(body));
	}

	@Test
	void leadsToALoginWithAProofKey() {
		HttpAnswer begun = this.browser.get("/session/login?return=/customers&max_age=900");
		assertThat(begun.status()).isEqualTo(302);
		assertThat(begun.header("Location")).startsWith("/oauth2/authorize?response_type=code&client_id=kehu-gateway")
			.contains("code_challenge_method=S256", "max_age=900",
					"redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fsession%2Fcallback");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example", "/%5Cevil.example", "/session/login", "evil",
			"/a%0Ab", "/%C3%B6" })
	void leadsBackToOwnPathsOnly(String path) {
		HttpAnswer response = this.browser.get("/session/login?return=" + path);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.json().path("detail").asString()).contains("parameter return");
	}

	@Test
	void theBrowserHasACookieThatOtherSitesCannotUse() {
		HttpAnswer response = this.browser.logIn("/customers?q=a%2520b");
		assertThat(response.status()).isEqualTo(302);
		assertThat(response.header("Location")).isEqualTo("/customers?q=a%20b");
		assertThat(response.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(BrowserLogin.SESSION)
				.contains("; Path=/", "; Secure", "; HTTPOnly", "; SameSite=Strict")
				.doesNotContain("Domain", this.token));
		assertThat(this.browser.cookies()).containsOnlyKeys(BrowserLogin.SESSION);
	}

	@Test
	void showsTheUserAndTheRightsOfTheSession() {
		this.browser.logIn("/");
		HttpAnswer response = this.browser.get("/session");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Cache-Control")).isEqualTo("no-store");
		assertThat(response.json().path("me").path("name").asString()).isEqualTo("ada");
		assertThat(response.body()).doesNotContain(this.token);
	}

	@Test
	void withoutASessionThereIsAProblem() {
		assertThat(this.browser.get("/session").status()).isEqualTo(401);
		this.browser.cookies().put(BrowserLogin.SESSION, "made-up");
		assertThat(this.browser.get("/session").status()).isEqualTo(401);
		assertThat(this.browser.get("/api/v1/customers").status()).isEqualTo(401);
		assertThat(this.browser.post("/session").status()).isEqualTo(405);
	}

	@Test
	void requestsAreForwardedWithTheTokenInsteadOfTheCookie() {
		this.browser.logIn("/");
		this.browser.cookies().put("theme", "dark");
		assertThat(this.browser.get("/api/v1/customers").body()).isEqualTo("GET of a customer");
		Backend backend = SharedBackends.CUSTOMERS.requests().isEmpty() ? SharedBackends.SECOND_CUSTOMERS
				: SharedBackends.CUSTOMERS;
		assertThat(backend.lastHeaders().get("Authorization")).isEqualTo("Bearer " + this.token);
		assertThat(backend.lastHeaders().get("Cookie")).isEqualTo("theme=dark");
	}

	@Test
	void requestsWithSideEffectsHaveToRepeatTheCsrfToken() {
		this.browser.logIn("/");
		HttpAnswer refused = this.browser.post("/api/v1/customers");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.json().path("detail").asString()).contains("Kehu-Csrf");
		assertThat(this.browser.post("/api/v1/customers", "Kehu-Csrf", "another").status()).isEqualTo(403);
		assertThat(this.browser.post("/session/logout", "Kehu-Csrf", "another").status()).isEqualTo(403);
		assertThat(SharedBackends.CUSTOMERS.requests()).isEmpty();
		assertThat(SharedBackends.SECOND_CUSTOMERS.requests()).isEmpty();
		assertThat(this.browser.post("/api/v1/customers", "Kehu-Csrf", this.browser.csrfToken()).body())
			.isEqualTo("POST of a customer");
	}

	@Test
	void aTokenInTheRequestTakesPrecedence() {
		this.browser.logIn("/");
		assertThat(this.browser.get("/api/v1/customers", "Authorization", "Bearer nonsense").status()).isEqualTo(401);
	}

	@Test
	void aCodeFromAnotherBrowserIsNotUsed() {
		String state = new BrowserLogin(this.port).begin("/");
		HttpAnswer response = this.browser.finish(state, "a-code-of-an-attacker");
		assertThat(response.header("Location")).isEqualTo("/?login=failed");
		this.browser.begin("/customers");
		assertThat(this.browser.finish(state, "a-code-of-an-attacker").header("Location"))
			.isEqualTo("/session/login?return=%2Fcustomers");
		assertThat(this.grants).hasValue(0);
	}

	@Test
	void aRefusedCodeFails() {
		this.refusing = true;
		assertThat(this.browser.logIn("/").header("Location")).isEqualTo("/?login=failed");
	}

	@Test
	void tokensAreRefreshedOnceHoweverManyRequestsWait() {
		this.lifetime = 1;
		this.browser.logIn("/");
		List<Integer> statuses = IntStream.range(0, 8)
			.parallel()
			.mapToObj((number) -> this.browser.get("/api/v1/customers").status())
			.toList();
		assertThat(statuses).containsOnly(200);
		assertThat(this.grants).hasValue(2);
	}

	@Test
	void aLoginThatEndedElsewhereEndsTheSession() {
		this.lifetime = 1;
		this.browser.logIn("/");
		this.refusing = true;
		assertThat(this.browser.get("/api/v1/customers").status()).isEqualTo(401);
		this.refusing = false;
		assertThat(this.browser.get("/session").status()).isEqualTo(401);
		assertThat(this.browser.cookies()).isEmpty();
	}

	@Test
	void aTokenThatAuthServiceRejectsIsRefreshed() {
		this.browser.logIn("/");
		this.rejections.set(1);
		assertThat(this.browser.get("/session").status()).isEqualTo(200);
		assertThat(this.grants).hasValue(2);
		this.rejections.set(1);
		this.refusing = true;
		assertThat(this.browser.get("/session").status()).isEqualTo(401);
		assertThat(this.browser.cookies()).isEmpty();
	}

	@Test
	void aLogoutEndsTheLogin() {
		this.browser.logIn("/");
		String session = this.browser.cookies().get(BrowserLogin.SESSION);
		assertThat(this.browser.post("/session/logout", "Kehu-Csrf", this.browser.csrfToken()).status()).isEqualTo(204);
		assertThat(SharedBackends.ACCESS.requests()).contains("DELETE /api/v1/me/sessions/own");
		assertThat(this.browser.cookies()).isEmpty();
		this.browser.cookies().put(BrowserLogin.SESSION, session);
		assertThat(this.browser.get("/api/v1/customers").status()).isEqualTo(401);
		assertThat(this.browser.post("/session/logout").status()).isEqualTo(204);
	}

	@Test
	void theOldestOfTooManySessionsEnds() {
		this.browser.logIn("/");
		List<BrowserLogin> others = IntStream.range(0, 3).mapToObj((number) -> new BrowserLogin(this.port)).toList();
		others.forEach((other) -> other.logIn("/"));
		assertThat(this.browser.get("/session").status()).isEqualTo(401);
		assertThat(others).allSatisfy((other) -> assertThat(other.get("/session").status()).isEqualTo(200));
	}

}
