package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks {@code oidcc-discovery-endpoint-verification}, the module of the plan
 * {@code oidcc-config-certification-test-plan}, and
 * {@code oidcc-rp-initiated-logout-discovery-endpoint-verification}.
 */
@AuthServiceTest
class OpenIdConfigPlanTests {

	@LocalServerPort
	int port;

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@Test
	void discoverySaysWhatIsRequiredAndWhatIsSupported() {
		HttpResponse<String> answer = this.browser.get("/.well-known/openid-configuration");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/json");
		assertThat(JsonPath.<Map<String, Object>>read(answer.body(), "$"))
			.containsEntry("issuer", "http://localhost:8080")
			.containsEntry("response_types_supported", List.of("code"))
			.containsEntry("response_modes_supported", List.of("query", "form_post"))
			.containsEntry("subject_types_supported", List.of("public"))
			.containsEntry("id_token_signing_alg_values_supported", List.of("ES256", "RS256"))
			.containsEntry("scopes_supported", List.of("openid", "email"))
			.containsEntry("request_parameter_supported", false)
			.containsEntry("request_uri_parameter_supported", false)
			.containsEntry("authorization_response_iss_parameter_supported", true)
			.containsEntry("end_session_endpoint", "http://localhost:8080/connect/logout")
			.containsEntry("userinfo_endpoint", "http://localhost:8080/userinfo")
			.doesNotContainKeys("registration_endpoint", "request_object_signing_alg_values_supported",
					"pushed_authorization_request_endpoint", "device_authorization_endpoint")
			.doesNotContainValue(null);
		assertThat(JsonPath.<List<String>>read(answer.body(), "$.claims_supported")).contains("sub", "name",
				"preferred_username", "locale", "email", "email_verified", "auth_time", "acr", "amr");
	}

	@Test
	void theKeysOfAllAlgorithmsArePublicAndDistinct() {
		String keys = this.browser.get("/oauth2/jwks").body();
		assertThat(JsonPath.<List<String>>read(keys, "$.keys[*].alg")).contains("ES256", "RS256");
		assertThat(JsonPath.<List<String>>read(keys, "$.keys[*].kid")).doesNotHaveDuplicates();
		List.of("d", "p", "q", "dp", "dq", "qi", "k")
			.forEach((secret) -> assertThat(keys).doesNotContain("\"" + secret + "\":"));
	}

}
