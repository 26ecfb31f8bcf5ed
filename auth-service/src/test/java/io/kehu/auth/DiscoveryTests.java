package io.kehu.auth;

import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class DiscoveryTests {

	@LocalServerPort
	int port;

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@Test
	void theMetadataNamesThePublicAddresses() {
		String metadata = this.browser.get("/.well-known/openid-configuration").body();
		assertThat(JsonPath.<Map<String, Object>>read(metadata, "$")).containsEntry("issuer", "http://localhost:8080")
			.containsEntry("authorization_endpoint", "http://localhost:8080/oauth2/authorize")
			.containsEntry("token_endpoint", "http://localhost:8080/oauth2/token")
			.containsEntry("jwks_uri", "http://localhost:8080/oauth2/jwks")
			.containsEntry("id_token_signing_alg_values_supported", List.of("ES256", "RS256"))
			.containsEntry("code_challenge_methods_supported", List.of("S256"))
			.containsEntry("response_types_supported", List.of("code"))
			.containsEntry("grant_types_supported",
					List.of("authorization_code", "refresh_token", "client_credentials"))
			.containsEntry("scopes_supported", List.of("openid", "email"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "openid-configuration", "oauth-authorization-server" })
	void theMetadataPromisesNothingThatServicesDoNotCheck(String name) {
		assertThat(JsonPath.<Map<String, Object>>read(this.browser.get("/.well-known/" + name).body(), "$"))
			.containsKey("issuer")
			.doesNotContainKeys("dpop_signing_alg_values_supported", "tls_client_certificate_bound_access_tokens");
	}

	@Test
	void theKeysAreOnlyPublicParts() {
		String keys = this.browser.get("/oauth2/jwks").body();
		Map<String, Object> key = JsonPath.read(keys, "$.keys[0]");
		assertThat(key).containsEntry("kty", "EC")
			.containsEntry("crv", "P-256")
			.containsEntry("alg", "ES256")
			.containsEntry("use", "sig")
			.containsKeys("kid", "x", "y")
			.doesNotContainKey("d");
	}

	@Test
	void healthIsOpenAndTheRestIsNot() {
		assertThat(this.browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/actuator/env").statusCode()).isEqualTo(401);
		assertThat(this.browser.get("/api/v1/me").statusCode()).isEqualTo(401);
	}

}
