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
	void aDangerousControllerIsHarmlessToRead() throws Exception {
		TestToken old = person().claim("auth_time", Date.from(Instant.now().minus(Duration.ofHours(1))));
		assertThat(send("GET", "/dangerous", old).statusCode()).isEqualTo(200);
		assertThat(send("POST", "/dangerous/reading", old).statusCode()).isEqualTo(200);
		assertThat(send("POST", "/dangerous", old).statusCode()).isEqualTo(401);
		assertThat(send("POST", "/dangerous", person().claim("acr", "urn:kehu:acr:two-factors")).statusCode())
			.isEqualTo(200);
	}

	@Test
	void whatOnlyTheBodyTellsIsRefusedInTheSameWords() throws Exception {
		TestToken old = person().claim("auth_time", Date.from(Instant.now().minus(Duration.ofHours(1))));
		HttpResponse<String> answer = send("GET", "/dangerous/inside", old);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).get()
			.asString()
			.contains("insufficient_user_authentication", "max_age=\"900\"");
		assertThat(JsonPath.<String>read(answer.body(), "$.type")).endsWith("insufficient-login");
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
		return send("DELETE", "/customers", token);
	}

	private HttpResponse<String> send(String method, String path, TestToken token) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Authorization", token.header())
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
