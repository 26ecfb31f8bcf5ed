package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The system under measure: where it is, and how to be let in.
 */
final class Target {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int SUCCESS = 2;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Option(names = "--gateway", defaultValue = "http://localhost:8080", description = "The gateway's URL")
	private URI gateway = URI.create("http://localhost:8080");

	@Option(names = "--state", defaultValue = ".kehu", description = "The launcher's folder, for the client's secret")
	private Path state = Path.of(".kehu");

	URI gateway() {
		return this.gateway;
	}

	HttpClient client() {
		return this.client;
	}

	/** Returns how the launcher's own client proves itself. */
	String clientAuthorization() throws IOException {
		return "Basic " + Base64.getEncoder()
			.encodeToString(("kehu-cli:" + secret("client-secret")).getBytes(StandardCharsets.UTF_8));
	}

	/** Returns an access token of the launcher's own client. */
	String token() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.gateway.resolve("/oauth2/token"))
			.header("Authorization", clientAuthorization())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials"))
			.build();
		return JSON.readTree(send(request)).get("access_token").asString();
	}

	/** Returns one of the secrets that the launcher has made. */
	String secret(String name) throws IOException {
		return Files.readString(this.state.resolve("secrets").resolve(name)).strip();
	}

	/** Creates a customer and returns it. */
	JsonNode createCustomer(String token, String name) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.gateway.resolve("/api/v1/customers"))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"kind\": \"company\", \"name\": \"%s\"}".formatted(name)))
			.build();
		return JSON.readTree(send(request));
	}

	private String send(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
		if (response.statusCode() / 100 != SUCCESS) {
			throw new IOException(
					"%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
		}
		return response.body();
	}

}
