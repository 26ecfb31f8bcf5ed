package io.kehu.platform.security;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.jayway.jsonpath.JsonPath;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = GuardedService.class,
		properties = "kehu.security.step-up.acr=urn:kehu:acr:two-factors")
class StepUpTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	@Test
	void whoHasLoggedInRecentlyMayDoIt() throws Exception {
		assertThat(delete(person().claim("acr", "urn:kehu:acr:two-factors")).statusCode()).isEqualTo(200);
	}

	@Test
	void anOldLoginIsToldWhatIsWanted() throws Exception {
		TestToken old = person().claim("acr", "urn:kehu:acr:two-factors")
			.claim("auth_time", Date.from(Instant.now().minus(Duration.ofMinutes(16))));
		HttpResponse<String> answer = delete(old);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).get()
			.asString()
			.contains("Bearer error=\"insufficient_user_authentication\"", "max_age=\"900\"",
					"acr_values=\"urn:kehu:acr:two-factors\"");
		assertThat(JsonPath.<String>read(answer.body(), "$.type")).endsWith("insufficient-login");
	}

	@Test
	void oneFactorAndAnUnknownLoginAreNotEnough() throws Exception {
		assertThat(delete(person().claim("acr", "urn:kehu:acr:one-factor")).statusCode()).isEqualTo(401);
		assertThat(delete(person().claim("acr", "urn:kehu:acr:two-factors").claim("auth_time", null)).statusCode())
			.isEqualTo(401);
	}

	@Test
	void whoMayNotDoItAtAllIsToldThatFirst() throws Exception {
		assertThat(delete(TestToken.user("customer:read")).statusCode()).isEqualTo(403);
	}

	@Test
	void programsNeverLogIn() throws Exception {
		assertThat(delete(TestToken.client("partner", "customer:delete")).statusCode()).isEqualTo(200);
	}

	private static TestToken person() {
		return TestToken.user("customer:delete");
	}

	private HttpResponse<String> delete(TestToken token) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/customers"))
			.header("Authorization", token.header())
			.DELETE()
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
