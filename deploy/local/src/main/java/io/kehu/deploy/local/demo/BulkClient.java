package io.kehu.deploy.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.kehu.deploy.local.system.LaunchFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends records to the bulk endpoints of the public API in chunks.
 */
final class BulkClient {

	static final int CHUNK = 500;

	private static final int OK = 200;

	private static final int UNAVAILABLE = 503;

	private static final int ATTEMPTS = 10;

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Duration LIMIT = Duration.ofMinutes(5);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final JsonMapper json = new JsonMapper();

	private final String gateway;

	private final Supplier<String> token;

	BulkClient(String gateway, Supplier<String> token) {
		this.gateway = gateway;
		this.token = token;
	}

	/**
	 * Sends at most one chunk of records and returns one answer for each, in order.
	 * Retries while the service is unavailable, since it recognises the records that it
	 * has already stored.
	 * @throws LaunchFailure if the request fails
	 */
	List<JsonNode> send(String resource, List<Map<String, Object>> records) {
		String body = records.stream().map(this.json::writeValueAsString).collect(Collectors.joining("\n", "", "\n"));
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.gateway + "/api/v1/" + resource + "/bulk"))
			.header("Authorization", "Bearer " + this.token.get())
			.header("Content-Type", "application/x-ndjson")
			.timeout(LIMIT)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		for (int attempt = 1;; attempt++) {
			HttpResponse<String> response = send(request);
			if (response.statusCode() == OK) {
				List<JsonNode> answers = new ArrayList<>();
				response.body()
					.lines()
					.filter((line) -> !line.isBlank())
					.map(this.json::readTree)
					.forEach(answers::add);
				if (answers.size() != records.size()) {
					throw new LaunchFailure("Sent " + records.size() + " " + resource + ", but received "
							+ answers.size() + " answers: see ./kehu logs.");
				}
				return answers;
			}
			if (response.statusCode() != UNAVAILABLE || attempt == ATTEMPTS) {
				throw new LaunchFailure("The API rejected " + resource + " with status " + response.statusCode() + ": "
						+ response.body());
			}
			pause();
		}
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new LaunchFailure("The API at " + this.gateway + " is not reachable: " + ex + ". See ./kehu status.",
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LaunchFailure("Interrupted.", ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LaunchFailure("Interrupted.", ex);
		}
	}

}
