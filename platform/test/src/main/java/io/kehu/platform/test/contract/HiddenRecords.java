package io.kehu.platform.test.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls every operation of a service's OpenAPI file with the ids of records that the
 * caller may not see. An operation on such a record must be refused as if it did not
 * exist, and no response may contain anything of the records. Operations that are added
 * to the file fail until the test has values for their variables.
 */
public final class HiddenRecords {

	private static final Path FILE = Path.of("src/main/resources/openapi/openapi.json");

	/** A request that is not valid would hide what happens to one that is. */
	private static final Set<Integer> REFUSED = Set.of(403, 404, 409);

	private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

	private static final int INVALID = 400;

	private static final int FAILED = 500;

	private final String secret;

	private final Map<String, String> variables = new HashMap<>();

	private final Map<String, String> bodies = new HashMap<>();

	private final Map<String, String> queries = new HashMap<>();

	/**
	 * Creates a walk.
	 * @param secret a text that occurs in all values of the records, but not in their ids
	 */
	public HiddenRecords(String secret) {
		this.secret = secret;
	}

	/**
	 * Sets the value of a variable.
	 * @param path the path up to the variable, for example {@code /api/v1/orders/{id}}
	 */
	public HiddenRecords at(String path, String value) {
		this.variables.put(path, value);
		return this;
	}

	/**
	 * Sets the body of an operation, by default an empty object. Without variables in its
	 * path, an operation that is neither a bulk load nor a batch must be refused because
	 * of it.
	 * @param operation for example {@code PUT /api/v1/orders/{id}/shares}
	 */
	public HiddenRecords with(String operation, String body) {
		this.bodies.put(operation, body);
		return this;
	}

	/** Sets the query of an operation, without the question mark. */
	public HiddenRecords asking(String operation, String query) {
		this.queries.put(operation, query);
		return this;
	}

	/**
	 * Calls every operation.
	 * @return the number of operations with variables
	 * @throws AssertionError with all operations that were not refused, or whose response
	 * contains something of the records
	 */
	public int walk(HttpProbe caller) {
		List<String> open = new ArrayList<>();
		int walked = 0;
		JsonNode description = description();
		for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
			for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
				if (METHODS.contains(method.getKey())) {
					walked += path.getKey().contains("{") ? 1 : 0;
					String operation = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
					HttpAnswer answer = send(conditional(caller, description, method.getValue()), operation,
							mediaType(method.getValue()));
					if (!accepts(operation, answer.status()) || answer.body().contains(this.secret)) {
						open.add("%s: %d %s".formatted(operation, answer.status(), answer.body()));
					}
				}
			}
		}
		if (!open.isEmpty()) {
			throw new AssertionError(String.join("\n", open));
		}
		return walked;
	}

	private boolean accepts(String operation, int status) {
		if (operation.contains("{")) {
			return REFUSED.contains(status);
		}
		boolean refers = this.bodies.containsKey(operation) && !operation.endsWith("/bulk")
				&& !operation.endsWith("/batch-get");
		return refers ? (status == INVALID || REFUSED.contains(status)) : status < FAILED;
	}

	private HttpAnswer send(HttpProbe caller, String operation, String mediaType) {
		String[] parts = operation.split(" ", 2);
		String query = this.queries.containsKey(operation) ? "?" + this.queries.get(operation) : "";
		String body = parts[0].equals("GET") ? "" : this.bodies.getOrDefault(operation, "{}");
		return caller.with("Content-Type", mediaType)
			.exchange(parts[0], concrete(parts[1]) + query, BodyPublishers.ofString(body));
	}

	/** Adds a precondition where there can be one. */
	private static HttpProbe conditional(HttpProbe caller, JsonNode description, JsonNode operation) {
		boolean conditional = operation.path("parameters")
			.valueStream()
			.map((parameter) -> parameter.has("$ref") ? description.at(parameter.get("$ref").asString().substring(1))
					: parameter)
			.anyMatch((parameter) -> parameter.path("name").asString("").equals("If-Match"));
		return conditional ? caller.with("If-Match", "*") : caller;
	}

	private String concrete(String template) {
		StringBuilder path = new StringBuilder();
		StringBuilder prefix = new StringBuilder();
		for (String segment : template.substring(1).split("/", -1)) {
			prefix.append('/').append(segment);
			String value = segment.startsWith("{") ? this.variables.get(prefix.toString()) : segment;
			if (value == null) {
				throw new AssertionError("There is no value for %s in %s".formatted(prefix, template));
			}
			path.append('/').append(value);
		}
		return path.toString();
	}

	private static String mediaType(JsonNode operation) {
		return operation.path("requestBody")
			.path("content")
			.propertyNames()
			.stream()
			.findFirst()
			.orElse("application/json");
	}

	private static JsonNode description() {
		try {
			return JsonMapper.shared().readTree(Files.readString(FILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
