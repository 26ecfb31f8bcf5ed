package io.kehu.platform.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds examples to the description: bodies of requests and answers by operation, and
 * problems by status, which a test of the service has recorded.
 */
final class Examples {

	private static final String FILE = "/openapi/examples.json";

	private static final String PROBLEMS = "problems";

	private static final String REQUEST = "request";

	private Examples() {
	}

	static void addTo(OpenAPI api) {
		try (InputStream stream = Examples.class.getResourceAsStream(FILE)) {
			if (stream != null) {
				JsonMapper.shared().readTree(stream).forEachEntry((key, bodies) -> add(api, key, bodies));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void add(OpenAPI api, String key, JsonNode bodies) {
		if (key.equals(PROBLEMS)) {
			bodies.forEachEntry(
					(status, problem) -> set(api.getComponents().getResponses().get(component(status)), problem));
			return;
		}
		String[] methodAndPath = key.split(" ", 2);
		PathItem path = Objects.requireNonNull(api.getPaths().get(methodAndPath[1]), key);
		Operation operation = Objects
			.requireNonNull(path.readOperationsMap().get(PathItem.HttpMethod.valueOf(methodAndPath[0])), key);
		bodies.forEachEntry((part, body) -> {
			if (part.equals(REQUEST)) {
				set(operation.getRequestBody().getContent(), body);
			}
			else {
				set(operation.getResponses().get(part), body);
			}
		});
	}

	private static String component(String status) {
		for (ProblemKind kind : ProblemKind.values()) {
			if (kind.status().equals(status)) {
				return kind.component();
			}
		}
		throw new IllegalStateException("No problem has the status " + status);
	}

	private static void set(@Nullable ApiResponse response, JsonNode body) {
		if (response != null) {
			set(response.getContent(), body);
		}
	}

	private static void set(Content content, JsonNode body) {
		try {
			// A tree of the library that writes the description, which keeps members that
			// are null
			Object example = Json.mapper().readTree(body.toString());
			content.values().forEach((media) -> media.setExample(example));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
