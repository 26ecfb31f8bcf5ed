package io.kehu.migration.crm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers over real HTTP for records of any kind as the services do, and keeps them in
 * memory.
 */
public final class RecordsStandIn {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ROOT = "/api/v1/";

	private static final List<String> RESOURCES = List.of("products", "contacts", "orders", "custom-fields");

	private final Map<String, Map<String, ObjectNode>> records = new LinkedHashMap<>();

	private int made;

	/** Adds the records to a server. */
	public RecordsStandIn(HttpServer server) {
		RESOURCES.forEach((resource) -> server.createContext(ROOT + resource, this::answer));
	}

	/** Removes all records. */
	public synchronized void clear() {
		this.records.clear();
	}

	synchronized List<ObjectNode> all(String resource) {
		return of(resource).values().stream().map(ObjectNode::deepCopy).toList();
	}

	/** Changes a record as a user does. */
	synchronized void change(String resource, String id, String member, String value) {
		ObjectNode record = Objects.requireNonNull(of(resource).get(id));
		record.put(member, value).put("version", record.get("version").asInt() + 1);
	}

	private Map<String, ObjectNode> of(String resource) {
		return this.records.computeIfAbsent(resource, (name) -> new LinkedHashMap<>());
	}

	private synchronized void answer(HttpExchange exchange) throws IOException {
		String[] path = exchange.getRequestURI().getPath().substring(ROOT.length()).split("/");
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Map<String, ObjectNode> all = of(path[0]);
		if (path.length == 1) {
			boolean creates = exchange.getRequestMethod().equals("POST");
			send(exchange, creates ? 201 : 200, creates ? create(all, (ObjectNode) JSON.readTree(body)).toString()
					: JSON.createObjectNode().set("items", JSON.valueToTree(all.values())).toString());
		}
		else if (path[1].equals("bulk")) {
			boolean dryRun = "dryRun=true".equals(exchange.getRequestURI().getQuery());
			List<String> answers = body.lines().map((line) -> load(dryRun ? copy(all) : all, line)).toList();
			send(exchange, 200, String.join("\n", answers));
		}
		else if (path[1].equals("batch-get")) {
			send(exchange, 200, batch(all, JSON.readTree(body)));
		}
		else {
			one(exchange, all, path[1], body);
		}
	}

	private static Map<String, ObjectNode> copy(Map<String, ObjectNode> all) {
		Map<String, ObjectNode> copy = new LinkedHashMap<>();
		all.forEach((id, record) -> copy.put(id, record.deepCopy()));
		return copy;
	}

	private void one(HttpExchange exchange, Map<String, ObjectNode> all, String id, String body) throws IOException {
		ObjectNode record = all.get(id);
		if (record == null) {
			send(exchange, 404, "{\"status\": 404}");
		}
		else if (!"\"%d\"".formatted(record.get("version").asInt())
			.equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
			send(exchange, 412, "{\"status\": 412, \"detail\": \"stale\"}");
		}
		else if (List.of("placed", "confirmed", "completed").contains(record.path("status").asString(""))) {
			send(exchange, 409, "{\"status\": 409, \"detail\": \"only a draft can be changed\"}");
		}
		else if (exchange.getRequestMethod().equals("DELETE")) {
			all.remove(id);
			send(exchange, 204, "");
		}
		else {
			merge(record, JSON.readTree(body));
			send(exchange, 200, record.toString());
		}
	}

	private static boolean merge(ObjectNode record, JsonNode patch) {
		ObjectNode before = record.deepCopy();
		patch.properties().forEach((member) -> {
			if (member.getValue().isNull()) {
				record.remove(member.getKey());
			}
			else {
				record.set(member.getKey(), member.getValue());
			}
		});
		boolean changed = !before.equals(record);
		record.put("version", record.get("version").asInt() + (changed ? 1 : 0));
		return changed;
	}

	private ObjectNode create(Map<String, ObjectNode> all, ObjectNode record) {
		String id = "%08x-0000-7000-9000-000000000000".formatted(++this.made);
		record.put("id", id).put("version", 0);
		all.put(id, record);
		return record;
	}

	private String load(Map<String, ObjectNode> all, String line) {
		ObjectNode asked = (ObjectNode) JSON.readTree(line);
		if (asked.toString().contains("forbidden")) {
			return "{\"status\": \"rejected\", \"errors\": [{\"pointer\": \"/name\", \"code\": \"forbidden\","
					+ " \"message\": \"is forbidden\"}]}";
		}
		ObjectNode known = keys(asked).map((key) -> find(all, key)).filter(Objects::nonNull).findFirst().orElse(null);
		if (known != null) {
			return answer(merge(known, asked) ? "updated" : "unchanged", known);
		}
		return answer("created", create(all, asked));
	}

	private static String answer(String status, ObjectNode record) {
		return "{\"status\": \"%s\", \"id\": \"%s\"}".formatted(status, record.get("id").asString());
	}

	private String batch(Map<String, ObjectNode> all, JsonNode asked) {
		ObjectNode answer = JSON.createObjectNode();
		ArrayNode results = answer.putArray("results");
		asked.get("ids").forEach((id) -> put(results.addObject(), all.get(id.asString())));
		asked.get("externalIds")
			.forEach((id) -> put(results.addObject(),
					find(all, id.get("system").asString() + ":" + id.get("id").asString())));
		return answer.toString();
	}

	private static void put(ObjectNode result, @Nullable ObjectNode record) {
		result.put("found", record != null);
		if (record != null) {
			result.set("record", record.deepCopy());
		}
	}

	private static @Nullable ObjectNode find(Map<String, ObjectNode> all, String key) {
		return all.values().stream().filter((one) -> keys(one).anyMatch(key::equals)).findFirst().orElse(null);
	}

	private static Stream<String> keys(ObjectNode record) {
		List<String> keys = new ArrayList<>();
		record.path("externalIds")
			.forEach((id) -> keys.add(id.get("system").asString() + ":" + id.get("id").asString()));
		if (record.has("sku")) {
			keys.add("sku:" + record.get("sku").asString());
		}
		if (record.has("clientOrderNumber")) {
			keys.add("client-order-number:" + record.get("clientOrderNumber").asString());
		}
		return keys.stream();
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders()
			.set("Content-Type", (status < 300) ? "application/json" : "application/problem+json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
