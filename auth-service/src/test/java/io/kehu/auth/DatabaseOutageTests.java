package io.kehu.auth;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.infrastructure.Faults;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OwnInstance
@KehuIntegrationTest(dedicated = Server.POSTGRES,
		properties = { "kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET,
				"kehu.auth.key.secret=" + AuthServiceTest.KEY_SECRET, AuthServiceTest.MEMORY, AuthServiceTest.PASSES,
				AuthServiceTest.PROMPT, "spring.datasource.hikari.connection-timeout=3000" })
@Import(People.class)
class DatabaseOutageTests {

	@LocalServerPort
	int port;

	@Test
	void clientsAreToldToComeAgainAndKeysStayPublished(Infrastructure infrastructure) {
		Faults database = infrastructure.faults(Server.POSTGRES);
		assertThat(ask().statusCode()).isEqualTo(200);
		Browser browser = new Browser(this.port);
		String csrf = Browser.csrfToken(browser.get("/login").body());
		database.stop();
		HttpResponse<String> answer = ask();
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().contains("problem+json");
		assertThatNobodyIsCalledWrong(browser, csrf);
		assertThat(new Browser(this.port).get("/oauth2/jwks").body()).contains("kid");
		database.start();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ask().statusCode()).isEqualTo(200));
	}

	private static void assertThatNobodyIsCalledWrong(Browser browser, String csrf) {
		HttpResponse<String> login = browser.post("/login",
				Map.of("username", "ada", "password", "whatever it is", "_csrf", csrf), "Accept", "text/html");
		assertThat(login.statusCode()).isEqualTo(503);
		assertThat(login.headers().firstValue("Retry-After")).hasValue("3");
		assertThat(login.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(login.body()).contains("Your password isn't the problem").doesNotContain("{{");
	}

	private HttpResponse<String> ask() {
		return new Browser(this.port).post("/oauth2/token", Map.of("grant_type", "client_credentials", "client_id",
				"kehu-cli", "client_secret", AuthServiceTest.CLIENT_SECRET));
	}

}
