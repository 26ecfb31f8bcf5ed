package io.kehu.deploy.local.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.kehu.deploy.local.system.LaunchFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers clients and a user for the suite through the public API. Each run registers
 * new ones.
 */
public final class SuiteClients {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final int SUCCESS = 2;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final JsonMapper json = JsonMapper.shared();

	private final SecureRandom random = new SecureRandom();

	private final String gateway;

	private final String token;

	/**
	 * Creates the registration.
	 * @param gateway the URL of the gateway
	 * @param token an access token of an administrator or the command line client
	 */
	public SuiteClients(String gateway, String token) {
		this.gateway = gateway;
		this.token = token;
	}

	/**
	 * Registers a confidential client that sends a nonce instead of a proof key.
	 * @throws LaunchFailure if the API refuses it
	 */
	public Credentials client(String name, String callback) {
		JsonNode client = post("/api/v1/clients", "application/json",
				Map.of("name", name, "redirectUris", List.of(callback), "postLogoutRedirectUris",
						List.of(callback.replaceFirst("/[^/]*$", "/post_logout_redirect")), "proofKeyRequired", false,
						"idTokenSignedResponseAlg", "RS256"));
		JsonNode secret = post("/api/v1/clients/" + client.get("id").asString() + "/secrets", "application/json",
				Map.of());
		return new Credentials(secret.get("clientId").asString(), secret.get("clientSecret").asString());
	}

	/**
	 * Registers a user without roles, with all claims that are supported.
	 * @throws LaunchFailure if the API refuses it
	 */
	public Credentials user() {
		String name = "suite-" + text(4);
		String password = text(16);
		String salt = text(16);
		JsonNode answer = post("/api/v1/users/bulk", "application/x-ndjson",
				Map.of("username", name, "displayName", "Susi Suite", "email", name + "@example.org", "locale", "en",
						"passwordHash", Map.of("algorithm", "sha256", "salt", salt, "hash", digest(salt, password))));
		if (!"created".equals(answer.path("status").asString(""))) {
			throw new LaunchFailure("The API refused the user: " + answer);
		}
		return new Credentials(name, password);
	}

	private JsonNode post(String path, String type, Map<String, ?> body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.gateway + path))
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", type)
			.timeout(LIMIT)
			.POST(BodyPublishers.ofString(this.json.writeValueAsString(body) + "\n"))
			.build();
		try {
			HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
			if (answer.statusCode() / 100 != SUCCESS) {
				throw new LaunchFailure(
						"POST " + path + " was answered with status " + answer.statusCode() + ": " + answer.body());
			}
			return this.json.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new LaunchFailure("The API at " + this.gateway + " is not reachable: " + ex, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LaunchFailure("Interrupted.", ex);
		}
	}

	private String text(int bytes) {
		byte[] value = new byte[bytes];
		this.random.nextBytes(value);
		return HexFormat.of().formatHex(value);
	}

	private static String digest(String salt, String password) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			sha256.update(HexFormat.of().parseHex(salt));
			return HexFormat.of().formatHex(sha256.digest(password.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The name and the secret of a client or a user.
	 */
	public record Credentials(String name, String secret) {

		@Override
		public String toString() {
			return "Credentials[%s]".formatted(this.name);
		}

	}

}
