package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request names a host that isn't ours. The gateway forwards that name.
 */
@AuthServiceTest
class ForeignHostTests {

	private static final String[] HOST = { "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https",
			"X-Forwarded-Port", "443" };

	@LocalServerPort
	int port;

	@Autowired
	People people;

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@Test
	void theResourceIsDescribedUnderItsOwnAddress() {
		String metadata = this.browser.get("/.well-known/oauth-protected-resource", HOST).body();
		assertThat(JsonPath.<Map<String, Object>>read(metadata, "$")).containsEntry("resource", "http://localhost:8080")
			.containsEntry("authorization_servers", List.of("http://localhost:8080"))
			.containsEntry("tls_client_certificate_bound_access_tokens", false);
		assertThat(metadata).doesNotContain("evil.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/account/sessions", "/api/v1/me", "/userinfo", "/connect/logout",
			"/oauth2/authorize", "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server",
			"/nothing" })
	void noAnswerRepeatsIt(String path) {
		assertUnaware(this.browser.get(path, HOST));
	}

	@Test
	void theConsentPageIsOurs() {
		this.people.register("hostess", List.of(), List.of());
		this.browser.logIn("hostess", People.PASSWORD);
		RelyingParty client = new RelyingParty(this.people, this.browser, Map.of());
		HttpResponse<String> answer = this.browser.get("/oauth2/authorize?" + Browser.encode(client.request("openid")),
				HOST);
		assertThat(answer.headers().firstValue("Location")).get().asString().startsWith("/login/consent?");
		assertUnaware(answer);
	}

	private static void assertUnaware(HttpResponse<String> answer) {
		assertThat(answer.body() + answer.headers().map()).doesNotContain("evil.example");
	}

}
