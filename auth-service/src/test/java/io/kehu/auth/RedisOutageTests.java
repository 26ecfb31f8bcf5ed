package io.kehu.auth;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.infrastructure.Faults;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.link.TestLink;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OwnInstance
@KehuIntegrationTest(dedicated = Server.REDIS,
		properties = { "kehu.auth.admin.username=" + AuthServiceTest.USERNAME,
				"kehu.auth.admin.password=" + AuthServiceTest.PASSWORD,
				"kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET,
				"kehu.auth.key.secret=" + AuthServiceTest.KEY_SECRET, AuthServiceTest.MEMORY, AuthServiceTest.PASSES,
				AuthServiceTest.PROMPT, "spring.data.redis.timeout=5s" })
@Import(People.class)
class RedisOutageTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void nobodyLogsInButTokensGoOnAndCanBeTakenBack(Infrastructure infrastructure) {
		Faults redis = infrastructure.faults(Server.REDIS);
		Browser browser = new Browser(this.port);
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(browser);
		AuthorizationCodeFlow.Tokens tokens = flow.tokens();
		HttpProbe victim = this.people.newUser("victim", "marketing");
		String id = victim.get("/api/v1/me").expect(200).json().get("userId").asString();
		redis.stop();
		HttpResponse<String> login = new Browser(this.port).get("/login");
		assertThat(login.statusCode()).isEqualTo(503);
		assertThat(login.headers().firstValue("Retry-After")).isPresent();
		assertThat(login.body()).contains("Your password isn't the problem");
		assertThat(browser.get("/account/sessions").statusCode()).isEqualTo(503);
		Browser client = new Browser(this.port);
		assertThat(client.api("/api/v1/me", tokens.access()).statusCode()).isEqualTo(200);
		assertThat(client.api("/userinfo", tokens.access()).statusCode()).isEqualTo(200);
		HttpResponse<String> refreshed = new AuthorizationCodeFlow(client).refresh(tokens.refresh());
		assertThat(refreshed.statusCode()).isEqualTo(200);
		assertThat(
				client
					.post("/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", "kehu-cli",
							"client_secret", AuthServiceTest.CLIENT_SECRET))
					.statusCode())
			.isEqualTo(200);
		assertThat(client.get("/oauth2/jwks").statusCode()).isEqualTo(200);
		this.people.operator().post("/api/v1/users/" + id + "/lock", "").expect(204);
		victim.get("/api/v1/me").expect(401);
		assertThat(client.get("/internal/revocations").statusCode()).as("A stranger asks").isEqualTo(401);
		assertThat(client.get("/internal/revocations", "Authorization", TestLink.header("auth-service")).body())
			.as("What other processes ask for")
			.contains(id);
		redis.start();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(
					new Browser(this.port).logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD).statusCode())
				.isEqualTo(302));
	}

}
