package io.kehu.auth;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AuthServiceTest
class ClientCredentialsTests {

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@Test
	void aClientGetsATokenForItself() throws Exception {
		HttpResponse<String> answer = ask("kehu-cli", AuthServiceTest.CLIENT_SECRET);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain("refresh_token");
		SignedJWT token = SignedJWT.parse(JsonPath.read(answer.body(), "$.access_token"));
		assertThat(token.getHeader().getType().toString()).isEqualTo("at+jwt");
		assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("kehu-cli");
		assertThat(token.getJWTClaimsSet().getStringListClaim("permissions")).contains("order:write").hasSize(25);
		HttpResponse<String> me = me(token.serialize());
		assertThat(JsonPath.<String>read(me.body(), "$.name")).isEqualTo("kehu-cli");
	}

	@Test
	void aServiceMayDoNoMoreThanItHasTo() throws Exception {
		HttpResponse<String> answer = ask("kehu-order-service", AuthServiceTest.SERVICE_SECRET);
		assertThat(answer.statusCode()).isEqualTo(200);
		SignedJWT token = SignedJWT.parse(JsonPath.read(answer.body(), "$.access_token"));
		assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("kehu-order-service");
		assertThat(token.getJWTClaimsSet().getStringListClaim("permissions")).containsExactly("customer:read");
	}

	@Test
	void aWrongSecretIsRefused() {
		HttpResponse<String> answer = ask("kehu-cli", "wrong");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(JsonPath.<String>read(answer.body(), "$.error")).isEqualTo("invalid_client");
		assertThat(ask("nobody", AuthServiceTest.CLIENT_SECRET).statusCode()).isEqualTo(401);
		assertThat(ask("kehu-console", "guess").statusCode()).isEqualTo(401);
	}

	@Test
	void thePublicClientCannotActForItself() {
		HttpResponse<String> answer = this.browser.post("/oauth2/token",
				Map.of("grant_type", "client_credentials", "client_id", "kehu-console"));
		assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
	}

	@Test
	void secretsAreStoredHashed() {
		String stored = this.jdbc.sql("select client_secret from oauth2_registered_client where client_id = 'kehu-cli'")
			.query(String.class)
			.single();
		assertThat(stored).startsWith("{sha256}").doesNotContain(AuthServiceTest.CLIENT_SECRET);
	}

	@Test
	void aTamperedTokenIsRefused() throws Exception {
		String token = JsonPath.read(ask("kehu-cli", AuthServiceTest.CLIENT_SECRET).body(), "$.access_token");
		String[] parts = token.split("\\.");
		String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String changed = encode(payload.replace("kehu-cli", "kehu-clj"));
		assertThat(me(parts[0] + "." + changed + "." + parts[2]).statusCode()).isEqualTo(401);
		assertThat(me(encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".").statusCode())
			.isEqualTo(401);
		assertThat(me(TestToken.client("kehu-cli", "user:write").serialize()).statusCode()).isEqualTo(401);
	}

	@Test
	void theirPublicKeyIsNoSecretToSignWith() throws Exception {
		String token = JsonPath.read(ask("kehu-cli", AuthServiceTest.CLIENT_SECRET).body(), "$.access_token");
		SignedJWT genuine = SignedJWT.parse(token);
		String publicKey = this.jdbc.sql("select public_jwk from signing_keys where key_id = :id")
			.param("id", genuine.getHeader().getKeyID())
			.query(String.class)
			.single();
		SignedJWT forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt"))
			.keyID(genuine.getHeader().getKeyID())
			.build(), genuine.getJWTClaimsSet());
		forged.sign(new MACSigner(publicKey.getBytes(StandardCharsets.UTF_8)));
		assertThat(me(forged.serialize()).statusCode()).isEqualTo(401);
	}

	private HttpResponse<String> ask(String client, String secret) {
		String credentials = Base64.getEncoder()
			.encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
		return this.browser.post("/oauth2/token", Map.of("grant_type", "client_credentials"), "Authorization",
				"Basic " + credentials);
	}

	private HttpResponse<String> me(String token) {
		return this.browser.api("/api/v1/me", token);
	}

	private static String encode(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
