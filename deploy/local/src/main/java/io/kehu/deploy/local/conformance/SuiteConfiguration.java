package io.kehu.deploy.local.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.kehu.deploy.local.conformance.SuiteClients.Credentials;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the configuration of a test plan of the suite, with instructions for its
 * browser: it logs in, agrees, logs out, and takes the pages that a certification needs
 * pictures of.
 *
 * @param gateway the URL of the gateway
 * @param alias the part of the callback that identifies the configuration in the suite
 * @param client the client of most modules
 * @param secondClient the client that tries to use what the first one was granted
 * @param postingClient the client that sends its secret in the body
 * @param user the user who logs in
 */
public record SuiteConfiguration(String gateway, String alias, Credentials client, Credentials secondClient,
		Credentials postingClient, Credentials user) {

	private static final String ANYTHING = "//*";

	private static final int SECONDS = 10;

	/**
	 * Returns the configuration as JSON.
	 */
	public String json() {
		Map<String, Object> configuration = new LinkedHashMap<>();
		configuration.put("alias", this.alias);
		configuration.put("description", "Kehu");
		configuration.put("server", Map.of("discoveryUrl", this.gateway + "/.well-known/openid-configuration",
				"login_hint", this.user.name()));
		configuration.put("client", client(this.client));
		configuration.put("client2", client(this.secondClient));
		configuration.put("client_secret_post", client(this.postingClient));
		configuration.put("browser", List.of(authorization(List.of()), loggingOut()));
		configuration.put("override", overrides());
		return JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.build()
			.writeValueAsString(configuration);
	}

	private static Map<String, String> client(Credentials credentials) {
		return Map.of("client_id", credentials.name(), "client_secret", credentials.secret());
	}

	/** The modules that expect another page. */
	private Map<String, Object> overrides() {
		Map<String, Object> overrides = new LinkedHashMap<>();
		Stream.of("oidcc-prompt-login", "oidcc-max-age-1")
			.forEach((module) -> overrides.put(module, browser(
					authorization(List.of(wait("Log in", "update-image-placeholder-optional"))), loggingOut())));
		Stream.of("oidcc-ensure-registered-redirect-uri", "oidcc-ensure-request-object-with-redirect-uri")
			.forEach((module) -> overrides.put(module, browser(page("/oauth2/authorize*", "redirect_uri"))));
		Stream
			.of("oidcc-rp-initiated-logout-bad-post-logout-redirect-uri",
					"oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri")
			.forEach((module) -> overrides.put(module,
					browser(authorization(List.of()), page("/connect/logout*", "post_logout_redirect_uri"))));
		Stream.of("oidcc-rp-initiated-logout-modified-id-token-hint", "oidcc-rp-initiated-logout-bad-id-token-hint")
			.forEach((module) -> overrides.put(module,
					browser(authorization(List.of()), page("/connect/logout*", "id_token_hint"))));
		Stream
			.of("oidcc-rp-initiated-logout-no-id-token-hint", "oidcc-rp-initiated-logout-no-params",
					"oidcc-rp-initiated-logout-only-state", "oidcc-rp-initiated-logout-no-post-logout-redirect-uri")
			.forEach((module) -> overrides.put(module, browser(authorization(List.of()), askedAndLoggedOut())));
		return overrides;
	}

	private static Map<String, Object> browser(Object... rules) {
		return Map.of("browser", List.of(rules));
	}

	private Map<String, Object> authorization(List<List<Object>> beforeLogin) {
		List<Object> login = Stream
			.concat(beforeLogin.stream(),
					Stream.of(List.of("text", "id", "username", this.user.name()),
							List.of("text", "id", "password", this.user.secret()), click("Log in")))
			.map(Object.class::cast)
			.toList();
		return rule("/oauth2/authorize*", optional("Log in", this.gateway + "/login*", login),
				optional("Agree", this.gateway + "/login/consent*", List.of(click("Allow"))), task("Verify Complete",
						"*/test/*/callback*", List.of(List.of("wait", "id", "submission_complete", SECONDS))));
	}

	private Map<String, Object> loggingOut() {
		return rule("/connect/logout*", task("Return", "*/test/*/post*", List.of()));
	}

	private Map<String, Object> askedAndLoggedOut() {
		return rule("/connect/logout*", optional("Confirm", this.gateway + "/logout*", List.of(click("Log out"))),
				task("See the page", this.gateway + "/login*",
						List.of(wait("been logged out", "update-image-placeholder"))));
	}

	private Map<String, Object> page(String path, String text) {
		return rule(path, task("See the page", this.gateway + path, List.of(wait(text, "update-image-placeholder"))));
	}

	private Map<String, Object> rule(String path, Object... tasks) {
		return Map.of("match", this.gateway + path, "tasks", List.of(tasks));
	}

	private static Map<String, Object> task(String name, String match, List<?> commands) {
		return Map.of("task", name, "match", match, "commands", commands);
	}

	private static Map<String, Object> optional(String name, String match, List<?> commands) {
		return Map.of("task", name, "match", match, "optional", true, "commands", commands);
	}

	private static List<Object> click(String button) {
		return List.of("click", "xpath", "//button[normalize-space()='%s']".formatted(button));
	}

	private static List<Object> wait(String text, String then) {
		return List.of("wait", "xpath", ANYTHING, SECONDS, text, then);
	}

}
