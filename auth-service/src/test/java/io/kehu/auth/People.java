package io.kehu.auth;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import io.kehu.auth.user.Accounts;
import io.kehu.platform.test.probe.HttpProbe;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * People and programs for a test, each with a token that the service issued itself.
 */
@TestComponent
public class People {

	static final String PASSWORD = "a password for a test";

	private final WebServerApplicationContext service;

	private final HttpProbe anyone;

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	People(WebServerApplicationContext service, HttpProbe anyone, Accounts accounts, PasswordEncoder passwords) {
		this.service = service;
		this.anyone = anyone;
		this.accounts = accounts;
		this.passwords = passwords;
	}

	/**
	 * Calls as the client for scripts, which may do everything.
	 */
	public HttpProbe operator() {
		return program("kehu-cli", AuthServiceTest.CLIENT_SECRET);
	}

	/**
	 * Calls as a program.
	 */
	public HttpProbe program(String clientId, String secret) {
		HttpResponse<String> answer = ask(clientId, secret);
		if (answer.statusCode() != 200) {
			throw new AssertionError(answer.body());
		}
		return as(JsonPath.read(answer.body(), "$.access_token"));
	}

	/**
	 * Asks for a token as a program.
	 */
	public HttpResponse<String> ask(String clientId, String secret) {
		return browser().post("/oauth2/token",
				Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
	}

	/**
	 * Registers a user with a password.
	 */
	public JsonNode register(String username, List<String> roles, List<String> teams) {
		JsonNode user = operator().post("/api/v1/users", Map.of("username", username, "roles", roles, "teamIds", teams))
			.expect(201)
			.json();
		this.accounts.changePassword(UUID.fromString(user.get("id").asString()),
				Objects.requireNonNull(this.passwords.encode(PASSWORD)));
		return user;
	}

	/**
	 * Registers a user and calls as them.
	 */
	public HttpProbe newUser(String username, String... roles) {
		register(username, List.of(roles), List.of());
		return logIn(username);
	}

	/**
	 * Logs a user in and calls as them.
	 */
	public HttpProbe logIn(String username) {
		Browser browser = browser();
		AuthorizationCodeFlow flow = new AuthorizationCodeFlow(browser);
		flow.authorize(AuthorizationCodeFlow.request());
		String location = browser.logIn(username, PASSWORD).headers().firstValue("Location").orElseThrow();
		String code = AuthorizationCodeFlow.parameter(browser.get(location), "code");
		HttpResponse<String> answer = flow.redeem(code, AuthorizationCodeFlow.VERIFIER);
		return as(AuthorizationCodeFlow.Tokens.of(answer).access());
	}

	private HttpProbe as(String token) {
		return this.anyone.with("Authorization", "Bearer " + token);
	}

	private Browser browser() {
		return new Browser(Objects.requireNonNull(this.service.getWebServer()).getPort());
	}

}
