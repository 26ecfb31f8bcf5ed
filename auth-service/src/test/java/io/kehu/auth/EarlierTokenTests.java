package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * APIs, introspection and the user info endpoint agree about an access token: it is valid
 * until it expires or is revoked, whether it has been refreshed or not.
 */
@AuthServiceTest
class EarlierTokenTests {

	@LocalServerPort
	int port;

	private Browser browser;

	private AuthorizationCodeFlow.Tokens first;

	private AuthorizationCodeFlow.Tokens second;

	@BeforeEach
	void refresh() {
		this.browser = new Browser(this.port);
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(this.browser);
		this.first = flow.tokens();
		this.second = AuthorizationCodeFlow.Tokens.of(flow.refresh(this.first.refresh()));
	}

	@Test
	void aRefreshedTokenIsValidEverywhere() {
		List.of(this.first.access(), this.second.access()).forEach((token) -> assertValid(token, true));
		assertThat(JsonPath.<Map<String, Object>>read(introspect(this.first.access()).body(), "$"))
			.containsEntry("client_id", "kehu-console")
			.containsEntry("scope", "openid profile")
			.containsKeys("exp", "iat", "sub");
	}

	@ParameterizedTest
	@ValueSource(strings = { "refresh token", "access token", "earlier access token" })
	void aRevokedLoginIsValidNowhere(String presented) {
		String token = switch (presented) {
			case "refresh token" -> this.second.refresh();
			case "access token" -> this.second.access();
			default -> this.first.access();
		};
		assertThat(
				this.browser.post("/oauth2/revoke", Map.of("token", token, "client_id", "kehu-console")).statusCode())
			.isEqualTo(200);
		List.of(this.first.access(), this.second.access()).forEach((revoked) -> assertValid(revoked, false));
	}

	@Test
	void noOtherTextIsAToken() {
		String[] parts = this.first.access().split("\\.");
		for (String forged : List.of(this.first.id(), parts[0] + "." + parts[1] + ".", this.first.access() + "x",
				"sha256:x")) {
			assertThat(introspect(forged).body()).as(forged).doesNotContain("kehu-console\",\"permissions");
			assertThat(this.browser.api("/userinfo", forged).statusCode()).as(forged).isEqualTo(401);
		}
	}

	private void assertValid(String token, boolean expected) {
		assertThat(this.browser.api("/api/v1/me", token).statusCode()).isEqualTo(expected ? 200 : 401);
		assertThat(this.browser.api("/userinfo", token).statusCode()).isEqualTo(expected ? 200 : 401);
		assertThat(JsonPath.<Boolean>read(introspect(token).body(), "$.active")).isEqualTo(expected);
	}

	private HttpResponse<String> introspect(String token) {
		return this.browser.post("/oauth2/introspect",
				Map.of("token", token, "client_id", "kehu-cli", "client_secret", AuthServiceTest.CLIENT_SECRET));
	}

}
