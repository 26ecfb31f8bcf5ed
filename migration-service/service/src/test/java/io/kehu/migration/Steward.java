package io.kehu.migration;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Calls the service as a data steward does.
 */
public final class Steward {

	public static final String PATH = "/api/v1/migrations";

	private final HttpProbe http;

	public Steward(HttpProbe anyone) {
		this.http = anyone.as("migration:read", "migration:write", "customer:read", "customer:pii");
	}

	public HttpProbe http() {
		return this.http;
	}

	public HttpAnswer bring(String name, byte[] content, String query) {
		String path = "%s/data-sets/files?name=%s%s".formatted(PATH, URLEncoder.encode(name, StandardCharsets.UTF_8),
				query);
		return this.http.with("Content-Type", "application/octet-stream")
			.exchange("POST", path, BodyPublishers.ofByteArray(content));
	}

	/** Brings a text, and returns the id of the data set. */
	public String bring(String name, String content) {
		return bring(name, content.getBytes(StandardCharsets.UTF_8), "").expect(201).json().get("id").asString();
	}

	public JsonNode get(String path) {
		return this.http.get(PATH + path).expect(200).json();
	}

	public JsonNode post(String path, Object body, int status) {
		return this.http.post(PATH + path, body).expect(status).json();
	}

	/** Waits until a job has ended. */
	public JsonNode ended(String job) {
		return Awaitility.await()
			.atMost(Duration.ofMinutes(10))
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(25))
			.until(() -> get("/jobs/" + job), (seen) -> seen.has("finishedAt")
					&& !seen.get("status").asString().matches("queued|running|stopping"));
	}

	/** Waits until a job has completed, and returns it. */
	public JsonNode completed(String job) {
		JsonNode ended = ended(job);
		if (!ended.get("status").asString().equals("completed")) {
			throw new AssertionError("The job did not complete: " + ended);
		}
		return ended;
	}

	/** Waits until a job has completed, and returns it. */
	public JsonNode completed(JsonNode job) {
		return completed(job.get("id").asString());
	}

}
