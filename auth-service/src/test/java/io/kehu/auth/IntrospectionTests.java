package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class IntrospectionTests {

	private static final Secret OPERATOR = new Secret("kehu-cli", AuthServiceTest.CLIENT_SECRET);

	@LocalServerPort
	int port;

	@Autowired
	People people;

	private Browser browser;

	private HttpProbe operator;

	@BeforeEach
	void signIn() {
		this.browser = new Browser(this.port);
		this.operator = this.people.operator();
	}

	@Test
	void aPartnerLearnsOfItsOwnTokensAlone() {
		Secret one = partner("One");
		Secret other = partner("Other");
		String token = token(one);
		HttpResponse<String> own = introspect(token, one);
		assertThat(JsonPath.<Boolean>read(own.body(), "$.active")).isTrue();
		assertThat(JsonPath.<String>read(own.body(), "$.client_id")).isEqualTo(one.id());
		assertThat(introspect(token, other).body()).isEqualTo("{\"active\":false}");
		assertThat(introspect(token(OPERATOR), one).body()).isEqualTo("{\"active\":false}");
		assertThat(introspect("no-token", one).body()).isEqualTo("{\"active\":false}");
		assertThat(introspect(token, new Secret(one.id(), "wrong")).statusCode()).isEqualTo(401);
		assertThat(this.browser.post("/oauth2/introspect", Map.of("token", token, "client_id", "kehu-console"))
			.statusCode()).isEqualTo(401);
	}

	@Test
	void whatWasTakenBackIsNotActive() {
		Secret partner = partner("Revoked");
		String token = token(partner);
		assertThat(introspect(token, OPERATOR).body()).contains("\"active\":true");
		this.operator.post("/api/v1/clients/" + partner.id() + "/revoke-tokens", "").expect(204);
		assertThat(introspect(token, OPERATOR).body()).isEqualTo("{\"active\":false}");
	}

	@Test
	void nobodyRevokesTheTokenOfAnother() {
		Secret one = partner("Victim");
		Secret other = partner("Vandal");
		String token = token(one);
		for (String foreign : List.of(token, new AuthorizationCodeFlow(this.browser).tokens().refresh())) {
			HttpResponse<String> refused = this.browser.post("/oauth2/revoke",
					Map.of("token", foreign, "client_id", other.id(), "client_secret", other.value()));
			assertThat(refused.statusCode()).isIn(400, 401);
			assertThat(refused.body()).contains("invalid_client");
		}
		assertThat(
				this.browser.post("/oauth2/revoke", Map.of("token", token, "client_id", "kehu-console")).statusCode())
			.isIn(400, 401);
		assertThat(introspect(token, one).body()).contains("\"active\":true");
		assertThat(this.browser.api("/api/v1/me", token).statusCode()).isEqualTo(200);
	}

	private Secret partner(String name) {
		JsonNode client = this.operator.post("/api/v1/clients", Map.of("name", name, "roles", List.of("partner")))
			.expect(201)
			.json();
		JsonNode secret = this.operator.post("/api/v1/clients/" + client.get("id").asString() + "/secrets", "{}")
			.expect(201)
			.json();
		return new Secret(secret.get("clientId").asString(), secret.get("clientSecret").asString());
	}

	private String token(Secret secret) {
		return JsonPath.read(this.people.ask(secret.id(), secret.value()).body(), "$.access_token");
	}

	private HttpResponse<String> introspect(String token, Secret by) {
		return this.browser.post("/oauth2/introspect",
				Map.of("token", token, "client_id", by.id(), "client_secret", by.value()));
	}

	/**
	 * The credentials of a client.
	 */
	private record Secret(String id, String value) {
	}

}
