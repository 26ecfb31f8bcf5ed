package io.kehu.auth;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every refusal has a body that says what is wrong.
 */
@AuthServiceTest
class RefusalBodyTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@CsvSource({ "GET, /userinfo, 401", "POST, /userinfo, 401", "POST, /oauth2/token, 401", "GET, /oauth2/token, 401",
			"POST, /oauth2/introspect, 401", "POST, /oauth2/revoke, 401", "GET, /oauth2/authorize, 400",
			"POST, /oauth2/authorize, 400", "GET, /oauth2/authorize?response_type=code, 400",
			"GET, /connect/logout?id_token_hint=x, 400", "POST, /login, 403", "POST, /logout, 403", "PUT, /login, 403",
			"DELETE, /account/sessions, 403", "POST, /webauthn/register, 403", "GET, /api/v1/me, 401",
			"POST, /api/v1/users, 401", "GET, /nothing, 401", "GET, /actuator/env, 401", "GET, /login?x=%ff, 400",
			"GET, /login/nothing, 401" })
	void isNeverEmpty(String method, String path, int status) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.method(method, BodyPublishers.noBody())
				.header("Accept", "application/json")
				.build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains("{");
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().contains("json");
	}

}
