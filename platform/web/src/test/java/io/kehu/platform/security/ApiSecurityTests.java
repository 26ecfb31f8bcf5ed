package io.kehu.platform.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.test.token.TestToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = GuardedService.class)
class ApiSecurityTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	@Autowired
	KnownRights rights;

	@Test
	void aCallerIsWhatItsTokenSays() throws Exception {
		UUID id = UUID.randomUUID();
		String team = UUID.randomUUID().toString();
		String token = TestToken.user(id, "customer:read").roles("auditor").teams(team).serialize();
		HttpResponse<String> answer = get("/caller", token);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(JsonPath.<Map<String, Object>>read(answer.body(), "$")).containsEntry("userId", id.toString())
			.containsEntry("clientId", "kehu-console")
			.containsEntry("name", "tester");
		assertThat(JsonPath.<String>read(answer.body(), "$.roles[0]")).isEqualTo("auditor");
		assertThat(JsonPath.<String>read(answer.body(), "$.teams[0]")).isEqualTo(team);
	}

	@Test
	void readsTheRightsThatATokenRefersToOnce() throws Exception {
		UUID team = UUID.randomUUID();
		String digest = this.rights.publish("""
				{"roles": ["seller"], "permissions": ["customer:read:team"], "teams": ["%s"]}""".formatted(team));
		for (int i = 0; i < 3; i++) {
			String token = referring(digest).serialize();
			assertThat(get("/customers", token).statusCode()).isEqualTo(200);
			assertProblem(register(referring(digest), "{}"), 403, "/customers");
			String caller = get("/caller", token).body();
			assertThat(JsonPath.<String>read(caller, "$.teams[0]")).isEqualTo(team.toString());
			assertThat(JsonPath.<String>read(caller, "$.roles[0]")).isEqualTo("seller");
		}
		assertThat(this.rights.readings(digest)).isEqualTo(1);
	}

	@Test
	void refusesATokenThatRefersToUnknownOrOtherRights() throws Exception {
		assertInvalid(referring("unknown").serialize());
		String digest = this.rights.publish("{\"permissions\": []}");
		this.rights.replace(digest, "{\"permissions\": [\"customer:write\"]}");
		assertInvalid(referring(digest).serialize());
	}

	@Test
	void rightsThatCannotBeReadAreAnOutage() throws Exception {
		HttpResponse<String> answer = get("/caller", referring(KnownRights.OUTAGE).serialize());
		assertProblem(answer, 503, "/caller");
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
	}

	private static TestToken referring(String digest) {
		return TestToken.user()
			.claim("roles", null)
			.claim("permissions", null)
			.claim("teams", null)
			.claim("rights", digest);
	}

	@Test
	void aProgramHasNoUserId() throws Exception {
		HttpResponse<String> answer = get("/caller", TestToken.client("partner").serialize());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(JsonPath.<Object>read(answer.body(), "$.userId")).isNull();
		assertThat(JsonPath.<String>read(answer.body(), "$.name")).isEqualTo("partner");
	}

	@Test
	void withoutTokenEverythingElseIs401() throws Exception {
		HttpResponse<String> answer = get("/caller", null);
		assertProblem(answer, 401, "/caller");
		assertThat(answer.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying((challenge) -> assertThat(challenge).startsWith("Bearer").doesNotContain("error"));
		assertProblem(get("/nowhere", null), 401, "/nowhere");
	}

	@Test
	void withoutPermissionAnActionIs403() throws Exception {
		HttpResponse<String> answer = get("/customers", TestToken.user("order:read").serialize());
		assertProblem(answer, 403, "/customers");
		assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().contains("insufficient_scope");
		assertThat(get("/customers", TestToken.user("customer:read").serialize()).statusCode()).isEqualTo(200);
	}

	@Test
	void whoMayNotIsToldSoBeforeTheBodyIsRead() throws Exception {
		assertProblem(register("customer:read", "no JSON"), 403, "/customers");
		assertThat(register("customer:write", "no JSON").statusCode()).isEqualTo(400);
		assertThat(register("customer:write", "{}").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> register(String permission, String body) throws Exception {
		return register(TestToken.user(permission), body);
	}

	private HttpResponse<String> register(TestToken token, String body) throws Exception {
		return send(request("/customers", token.serialize()).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	@Test
	void aRoleIsNoPermission() throws Exception {
		String token = TestToken.user().roles("customer:read").claim("scope", "customer:read").serialize();
		assertProblem(get("/customers", token), 403, "/customers");
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "at+JWS", "logout+jwt" })
	void anotherTypeOfTokenIsRefused(String type) throws Exception {
		assertInvalid(TestToken.user("customer:read").type(type).serialize());
	}

	@Test
	void aTokenForOthersOrFromOthersIsRefused() throws Exception {
		assertInvalid(TestToken.user().claim("aud", "elsewhere").serialize());
		assertInvalid(TestToken.user().claim("aud", null).serialize());
		assertInvalid(TestToken.user().claim("iss", "http://localhost:8081").serialize());
		assertInvalid(TestToken.user().claim("sub", null).serialize());
		assertInvalid(TestToken.user().claim("client_id", null).serialize());
		assertInvalid(TestToken.user().claim("sub", "no-uuid").serialize());
	}

	@Test
	void aTokenOutOfItsTimeIsRefused() throws Exception {
		Instant now = Instant.now();
		assertInvalid(TestToken.user().claim("exp", Date.from(now.minus(Duration.ofMinutes(1)))).serialize());
		assertInvalid(TestToken.user().claim("nbf", Date.from(now.plus(Duration.ofMinutes(1)))).serialize());
		assertInvalid(TestToken.user().claim("exp", null).serialize());
	}

	@Test
	void aForgedTokenIsRefused() throws Exception {
		assertInvalid(TestToken.user().signedWith(new ECKeyGenerator(Curve.P_256).keyID("x").generate()).serialize());
		String[] parts = TestToken.user("order:read").serialize().split("\\.");
		String[] others = TestToken.user("customer:read").serialize().split("\\.");
		assertInvalid(parts[0] + "." + others[1] + "." + parts[2]);
		String none = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));
		assertInvalid(none + "." + parts[1] + ".");
		SignedJWT symmetric = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build(),
				new JWTClaimsSet.Builder().subject("x").build());
		symmetric.sign(new MACSigner(new byte[32]));
		assertInvalid(symmetric.serialize());
		assertInvalid("garbage");
	}

	@Test
	void thePermissionsHoldWhereAnswersAreMadeOnAnotherThread() throws Exception {
		assertThat(get("/later", TestToken.client("partner").serialize()).body()).isEqualTo("partner");
	}

	@Test
	void postingNeedsNoCsrfTokenAndMakesNoSession() throws Exception {
		HttpResponse<String> answer = send(
				request("/things", TestToken.user().serialize()).POST(HttpRequest.BodyPublishers.ofString("x")));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.headers().firstValue("Content-Security-Policy")).get().asString().contains("default-src");
	}

	@Test
	void anErrorInTheServiceIsNotMistakenForARefusal() throws Exception {
		assertThat(get("/broken", TestToken.user().serialize()).statusCode()).isEqualTo(500);
		assertThat(get("/nowhere", TestToken.user().serialize()).statusCode()).isEqualTo(404);
	}

	private void assertInvalid(String token) throws Exception {
		HttpResponse<String> answer = get("/caller", token);
		assertProblem(answer, 401, "/caller");
		assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().contains("invalid_token");
	}

	private static void assertProblem(HttpResponse<String> answer, int status, String instance) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
		Map<String, Object> problem = JsonPath.read(answer.body(), "$");
		assertThat(problem).containsEntry("status", status)
			.containsEntry("instance", instance)
			.containsKeys("type", "title", "detail");
	}

	private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
		return send(request(path, token));
	}

	private HttpRequest.Builder request(String path, @Nullable String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
