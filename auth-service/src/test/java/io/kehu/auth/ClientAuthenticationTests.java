package io.kehu.auth;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class ClientAuthenticationTests {

	private static final String CLIENT = "kehu-cli";

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
	void guessingASecretGetsSlowForTheGuesserAlone() {
		for (int attempt = 0; attempt < 10; attempt++) {
			HttpResponse<String> refused = this.people.askFrom("203.0.113.7", CLIENT, "guess " + attempt);
			assertThat(refused.statusCode()).isEqualTo(401);
		}
		guessUntilItIsSlow();
		HttpResponse<String> slowed = this.people.askFrom("203.0.113.7", CLIENT, AuthServiceTest.CLIENT_SECRET);
		assertThat(slowed.statusCode()).isEqualTo(429);
		assertThat(Integer.parseInt(slowed.headers().firstValue("Retry-After").orElseThrow())).isPositive();
		assertThat(this.people.askFrom("203.0.113.8", CLIENT, AuthServiceTest.CLIENT_SECRET).statusCode())
			.isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(15));
		assertThat(this.people.askFrom("203.0.113.7", CLIENT, AuthServiceTest.CLIENT_SECRET).statusCode())
			.isEqualTo(200);
	}

	@Test
	void manyTokensAreNoGuessing() {
		for (int attempt = 0; attempt < 30; attempt++) {
			assertThat(this.people.ask(CLIENT, AuthServiceTest.CLIENT_SECRET).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void aRefusalNamesTheSchemeToUse() {
		for (HttpResponse<String> refused : List.of(this.people.ask(CLIENT, "wrong"),
				this.people.ask("no-such-client", "wrong"), token("Basic " + basic("wrong"), Map.of()))) {
			assertThat(refused.statusCode()).isEqualTo(401);
			assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Kehu\"");
			assertThat(JsonPath.<String>read(refused.body(), "$.error")).isEqualTo("invalid_client");
		}
	}

	@Test
	void aRequestUsesOneMethodOnly() {
		String basic = "Basic " + basic(AuthServiceTest.CLIENT_SECRET);
		assertThat(token(basic, Map.of()).statusCode()).isEqualTo(200);
		for (Map<String, String> second : List.of(Map.of("client_secret", AuthServiceTest.CLIENT_SECRET),
				Map.of("client_id", CLIENT, "client_secret", "wrong"), Map.of("client_assertion", "x"))) {
			HttpResponse<String> refused = token(basic, second);
			assertThat(refused.statusCode()).as(second.toString()).isEqualTo(400);
			assertThat(JsonPath.<String>read(refused.body(), "$.error")).isEqualTo("invalid_request");
		}
	}

	@Test
	void theScopeIsOneText() throws Exception {
		AuthorizationCodeFlow.Tokens tokens = new AuthorizationCodeFlow(this.browser).tokens();
		assertThat(SignedJWT.parse(tokens.access()).getJWTClaimsSet().getClaim("scope")).isEqualTo("openid profile");
		HttpResponse<String> live = this.browser.post("/oauth2/introspect",
				Map.of("token", tokens.access(), "client_id", CLIENT, "client_secret", AuthServiceTest.CLIENT_SECRET));
		assertThat(JsonPath.<String>read(live.body(), "$.scope").split(" ")).containsExactlyInAnyOrder("openid",
				"profile");
	}

	/** A slow machine can't outlast the longer delays, which double. */
	private void guessUntilItIsSlow() {
		for (int attempt = 0; attempt < 20; attempt++) {
			HttpResponse<String> refused = this.people.askFrom("203.0.113.7", CLIENT, "guess");
			if (refused.statusCode() == 429) {
				int seconds = Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow());
				if (seconds > 4) {
					return;
				}
				this.clock.advance(Duration.ofSeconds(seconds));
			}
		}
		throw new AssertionError("Guessing does not slow down");
	}

	private HttpResponse<String> token(String authorization, Map<String, String> more) {
		Map<String, String> form = new HashMap<>(more);
		form.put("grant_type", "client_credentials");
		return this.browser.post("/oauth2/token", form, "Authorization", authorization);
	}

	private static String basic(String secret) {
		return Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
	}

}
