package io.kehu.auth;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.token.AccessTokenDecoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class StepUpTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	JWKSource<SecurityContext> keys;

	@Autowired
	AccessTokenDecoder tokens;

	private HttpProbe recent;

	private HttpProbe old;

	@BeforeEach
	void logIn() {
		String token = new AuthorizationCodeFlow(new Browser(this.port)).tokens().access();
		this.recent = this.people.nobody().with("Authorization", "Bearer " + token);
		this.old = this.people.nobody().with("Authorization", "Bearer " + aged(this.tokens.decode(token)));
		this.old.get("/api/v1/me").expect(200);
	}

	@Test
	void whatChangesWhatManyMayDoWantsARecentLogin() {
		String role = "/api/v1/roles/"
				+ this.recent.get("/api/v1/roles?name=marketing").json().at("/items/0/id").asString();
		wanted("POST", "/api/v1/roles", Map.of("name", "made", "permissions", List.of("product:read")), 201);
		wanted("PATCH", role, Map.of("secondFactorRequired", true), 200);
		wanted("POST", role + "/restore", Map.of(), 200);
		wanted("POST", "/api/v1/roles/bulk", Map.of(), 200);
		wanted("DELETE", role, Map.of(), 409);
		wanted("POST", "/api/v1/signing-keys", Map.of(), 202);
		this.old.get(role).expect(200);
		this.old.get("/api/v1/roles").expect(200);
		this.old.post("/api/v1/roles/batch-get", Map.of("ids", List.of())).expect(200);
	}

	@Test
	void changesOfRightsOrAddressesRequireARecentLogin() {
		String user = "/api/v1/users/"
				+ this.people.register("stepped", List.of("marketing"), List.of()).get("id").asString();
		wanted("PATCH", user, Map.of("roles", List.of("auditor")), 200);
		wanted("PATCH", user, Map.of("email", "elsewhere@example.org"), 200);
		wanted("POST", user + "/require-password-reset", Map.of(), 204);
		wanted("POST", user + "/password-email", Map.of(), 202);
		wanted("DELETE", user + "/second-factors", Map.of(), 204);
		wanted("POST", "/api/v1/users/password-hashes/require-password-reset", Map.of(), 200);
		wanted("POST", "/api/v1/users/bulk", Map.of(), 200);
		this.old.patch(user, "*", Map.of("displayName", "Harmless")).expect(200);
		this.old.post(user + "/lock", "").expect(204);
	}

	@Test
	void secretsAndRightsOfClientsRequireARecentLogin() {
		String client = this.recent.post("/api/v1/clients", Map.of("name", "Stepped", "roles", List.of("partner")))
			.expect(201)
			.header("Location");
		wanted("POST", client + "/secrets", Map.of(), 201);
		wanted("DELETE", client + "/secrets/" + UUID.randomUUID(), Map.of(), 404);
		wanted("PATCH", client, Map.of("permissions", List.of("product:read")), 200);
		wanted("PATCH", client, Map.of("addressRanges", List.of("203.0.113.1")), 200);
		wanted("POST", "/api/v1/clients/bulk", Map.of(), 200);
		this.old.patch(client, "*", Map.of("name", "Harmless")).expect(200);
	}

	@Test
	void aClientHasNoLoginAndMay() {
		this.people.operator().post("/api/v1/signing-keys", "").expect(202);
	}

	private void wanted(String method, String path, Map<String, ?> body, int status) {
		HttpAnswer refused = call(this.old, method, path, body).expect(401);
		assertThat(refused.header("WWW-Authenticate")).contains("insufficient_user_authentication", "max_age=\"900\"");
		call(this.recent, method, path, body).expect(status);
	}

	private static HttpAnswer call(HttpProbe caller, String method, String path, Map<String, ?> body) {
		return switch (method) {
			case "PATCH" -> caller.patch(path, "*", body);
			case "DELETE" -> (path.endsWith("/second-factors") ? caller : caller.with("If-Match", "*")).delete(path);
			default -> path.endsWith("/bulk") ? caller.with("Content-Type", "application/x-ndjson")
				.exchange("POST", path, BodyPublishers.noBody()) : caller.post(path, body);
		};
	}

	/** Returns the token with a login of an hour ago. */
	private String aged(Jwt token) {
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.claims((all) -> all.putAll(token.getClaims()))
			.claim("auth_time", Instant.now().minus(Duration.ofHours(1)).getEpochSecond())
			.build();
		JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256)
			.type("at+jwt")
			.keyId(String.valueOf(token.getHeaders().get("kid")))
			.build();
		return new NimbusJwtEncoder(this.keys).encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

}
