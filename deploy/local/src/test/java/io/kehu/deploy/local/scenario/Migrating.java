package io.kehu.deploy.local.scenario;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.test.probe.HttpProbe;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The actions of a data steward, through the gateway.
 */
final class Migrating {

	static final String PATH = "/api/v1/migrations";

	private final HttpProbe api;

	Migrating(HttpProbe api) {
		this.api = api;
	}

	/** Uploads a file and returns the job that read it. */
	JsonNode bring(String name, byte[] content) {
		String path = "%s/data-sets/files?name=%s".formatted(PATH, URLEncoder.encode(name, StandardCharsets.UTF_8));
		return this.api.with("Content-Type", "application/octet-stream")
			.exchange("POST", path, BodyPublishers.ofByteArray(content))
			.expect(201)
			.json();
	}

	JsonNode get(String path) {
		return this.api.get(PATH + path).expect(200).json();
	}

	JsonNode put(String path, Object body) {
		return this.api.put(PATH + path, body).expect(200).json();
	}

	JsonNode post(String path, Object body, int status) {
		return this.api.post(PATH + path, body).expect(status).json();
	}

	/** Starts a job and waits for its completion. */
	JsonNode done(String path, Object body) {
		String job = post(path, body, 201).get("id").asString();
		JsonNode ended = Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> get("/jobs/" + job), (seen) -> seen.has("finishedAt"));
		if (!ended.get("status").asString().equals("completed")) {
			throw new AssertionError("The job did not complete: " + ended);
		}
		return ended;
	}

	/** Returns all items of a list, page by page. */
	List<JsonNode> all(String path) {
		List<JsonNode> items = new ArrayList<>();
		@Nullable String cursor = "";
		while (cursor != null) {
			JsonNode page = get(path + "?limit=100" + cursor);
			page.get("items").forEach(items::add);
			cursor = page.path("nextCursor").isString() ? "&cursor=" + page.get("nextCursor").asString() : null;
		}
		return items;
	}

}
