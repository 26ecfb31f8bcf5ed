package io.kehu.auth;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import com.jayway.jsonpath.JsonPath;
import io.kehu.auth.user.Accounts;
import io.kehu.platform.test.link.TestLink;
import io.kehu.platform.test.probe.HttpProbe;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.awaitility.Awaitility.await;

/**
 * Users and clients for tests, with tokens issued by the service. The password is
 * sufficient for all of them, administrators included.
 */
@TestComponent
public class People {

	/** The password of all users. */
	public static final String PASSWORD = "a password for a test";

	private final WebServerApplicationContext service;

	private final HttpProbe anyone;

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	People(WebServerApplicationContext service, HttpProbe anyone, Accounts accounts, PasswordEncoder passwords,
			JdbcClient database) {
		database.sql("update roles set second_factor_required = false").update();
		this.service = service;
		this.anyone = anyone;
		this.accounts = accounts;
		this.passwords = passwords;
	}

	/**
	 * Calls without a token.
	 */
	public HttpProbe nobody() {
		return this.anyone;
	}

	/**
	 * Calls as the command line client, which has all permissions.
	 */
	public HttpProbe operator() {
		return client("kehu-cli", AuthServiceTest.CLIENT_SECRET);
	}

	/**
	 * Calls as a client.
	 */
	public HttpProbe client(String clientId, String secret) {
		return accepted(() -> {
			HttpResponse<String> answer = ask(clientId, secret);
			if (answer.statusCode() != 200) {
				throw new AssertionError(answer.body());
			}
			return JsonPath.read(answer.body(), "$.access_token");
		});
	}

	/**
	 * Requests a token as a client.
	 */
	public HttpResponse<String> ask(String clientId, String secret) {
		return browser().post("/oauth2/token",
				Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
	}

	/**
	 * Requests a token as a client whose address, according to the gateway, is the given
	 * one.
	 */
	public HttpResponse<String> askFrom(String address, String clientId, String secret) {
		return browser().post("/oauth2/token",
				Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret),
				"X-Forwarded-For", address, "Kehu-Link", TestLink.forwarded("auth-service"));
	}

	/**
	 * Requests a token as a client that claims an address without coming through the
	 * gateway.
	 */
	public HttpResponse<String> askClaiming(String address, String clientId, String secret) {
		return browser().post("/oauth2/token",
				Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret),
				"X-Forwarded-For", address);
	}

	/**
	 * Requests a token with the given scopes only, as a client.
	 */
	public HttpResponse<String> askFor(String scopes, String clientId, String secret) {
		return browser().post("/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", clientId,
				"client_secret", secret, "scope", scopes));
	}

	/**
	 * Registers a user with a password.
	 */
	public JsonNode register(String username, List<String> roles, List<String> teams) {
		return register(Map.of("username", username, "roles", roles, "teamIds", teams));
	}

	/**
	 * Registers a user with the given details and a password.
	 */
	public JsonNode register(Map<String, ?> details) {
		JsonNode user = operator().post("/api/v1/users", details).expect(201).json();
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
		return accepted(() -> {
			Browser browser = browser();
			AuthorizationCodeFlow flow = new AuthorizationCodeFlow(browser);
			flow.authorize(AuthorizationCodeFlow.request());
			String location = browser.logIn(username, PASSWORD).headers().firstValue("Location").orElseThrow();
			String code = AuthorizationCodeFlow.parameter(browser.get(location), "code");
			return AuthorizationCodeFlow.Tokens.of(flow.redeem(code, AuthorizationCodeFlow.VERIFIER)).access();
		});
	}

	/**
	 * Returns whether a user can log in with this password.
	 */
	public boolean mayLogIn(String username, String password) {
		String location = browser().logIn(username, password).headers().firstValue("Location").orElseThrow();
		return !location.contains("error");
	}

	/**
	 * Tokens issued in the second of a revocation are revoked as well.
	 */
	private HttpProbe accepted(Supplier<String> token) {
		return await().atMost(Duration.ofSeconds(30))
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.anyone.with("Authorization", "Bearer " + token.get()),
					(caller) -> caller.get("/api/v1/me").status() == 200);
	}

	private Browser browser() {
		return new Browser(Objects.requireNonNull(this.service.getWebServer()).getPort());
	}

}
