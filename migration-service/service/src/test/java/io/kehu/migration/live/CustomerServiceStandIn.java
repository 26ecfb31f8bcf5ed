package io.kehu.migration.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Answers over real HTTP as customer-service does, and as the token endpoint of
 * auth-service does; keeps its customers in memory.
 */
public final class CustomerServiceStandIn implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String PATH = "/api/v1/customers";

	private final Map<String, ObjectNode> customers = new TreeMap<>();

	private final Map<String, String> mergedInto = new ConcurrentHashMap<>();

	private final HttpServer server;

	private int failures;

	CustomerServiceStandIn() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.setExecutor(Executors.newCachedThreadPool((work) -> {
				Thread thread = new Thread(work);
				thread.setDaemon(true);
				return thread;
			}));
			this.server.createContext(PATH, this::answer);
			this.server.createContext("/oauth2/token",
					(exchange) -> send(exchange, 200, "{\"access_token\": \"own\", \"expires_in\": 600}"));
			this.server.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Directs the service under test to this server. */
	@Bean
	DynamicPropertyRegistrar addressOfCustomerService() {
		return (registry) -> {
			registry.add("spring.cloud.discovery.client.simple.instances.customer-service[0].uri", this::uri);
			registry.add("kehu.auth.token-uri", () -> uri() + "/oauth2/token");
		};
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	String uri() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	synchronized String add(String fields) {
		ObjectNode customer = (ObjectNode) JSON.readTree("{\"kind\": \"person\", %s}".formatted(fields));
		return store(customer);
	}

	private String store(ObjectNode customer) {
		String id = "%08x-0000-7000-8000-000000000000".formatted(this.customers.size() + this.mergedInto.size() + 1);
		customer.put("id", id).put("version", 0).put("updatedAt", Instant.now().minusSeconds(60).toString());
		for (String list : List.of("emails", "phones", "addresses", "externalIds")) {
			customer.withArray(list);
		}
		this.customers.put(id, customer);
		return id;
	}

	synchronized ObjectNode get(String id) {
		return this.customers.get(id).deepCopy();
	}

	synchronized void touch(String id) {
		this.customers.get(id).put("updatedAt", Instant.now().plusSeconds(60).toString());
	}

	synchronized List<ObjectNode> all() {
		return List.copyOf(this.customers.values());
	}

	synchronized void clear() {
		this.customers.clear();
		this.mergedInto.clear();
	}

	/** Lets the next calls fail. */
	synchronized void fail(int calls) {
		this.failures = calls;
	}

	private synchronized void answer(HttpExchange exchange) throws IOException {
		String rest = exchange.getRequestURI().getPath().substring(PATH.length());
		byte[] body = exchange.getRequestBody().readAllBytes();
		if (this.failures > 0) {
			this.failures--;
			send(exchange, 503, "{\"status\": 503}");
		}
		else if (!"Bearer own".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			send(exchange, 403, "{\"status\": 403}");
		}
		else if (rest.isEmpty()) {
			list(exchange);
		}
		else if (rest.endsWith("/bulk")) {
			send(exchange, 200, lines(body, rest.startsWith("/merges")));
		}
		else if (this.mergedInto.containsKey(rest.substring(1))) {
			exchange.getResponseHeaders().set("Location", PATH + "/" + this.mergedInto.get(rest.substring(1)));
			send(exchange, 307, "");
		}
		else if (exchange.getRequestMethod().equals("PATCH")) {
			patch(exchange, rest.substring(1), (ObjectNode) JSON.readTree(body));
		}
		else {
			send(exchange, 200, this.customers.get(rest.substring(1)).toString());
		}
	}

	private void list(HttpExchange exchange) throws IOException {
		String query = exchange.getRequestURI().getQuery();
		String after = query.contains("cursor=") ? query.replaceAll(".*cursor=([^&]*).*", "$1") : "";
		int limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
		if (query.contains("colour=")) {
			send(exchange, 400, "{\"status\": 400, \"detail\": \"There is no filter colour.\"}");
			return;
		}
		String city = query.contains("city=") ? query.replaceAll(".*city=([^&]*).*", "$1") : "";
		List<ObjectNode> all = this.customers.values()
			.stream()
			.filter((one) -> city.isEmpty() || one.at("/addresses/0/city").asString("").equals(city))
			.toList();
		List<ObjectNode> found = all.stream()
			.filter((one) -> one.get("id").asString().compareTo(after) > 0)
			.limit(limit + 1L)
			.toList();
		boolean more = found.size() > limit;
		List<ObjectNode> page = more ? found.subList(0, limit) : found;
		send(exchange, 200, "{\"items\": %s, \"nextCursor\": %s, \"total\": %d}".formatted(page,
				more ? "\"" + page.get(limit - 1).get("id").asString() + "\"" : "null", all.size()));
	}

	private void patch(HttpExchange exchange, String id, ObjectNode patch) throws IOException {
		ObjectNode customer = this.customers.get(id);
		String etag = "\"%s\"".formatted(customer.get("version").asString());
		if (!etag.equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
			send(exchange, 412, "{\"status\": 412, \"detail\": \"stale\"}");
			return;
		}
		if (patch.path("status").asString("").equals("king")) {
			send(exchange, 400,
					"{\"status\": 400, \"errors\": [{\"pointer\": \"/status\", \"message\": \"no such status\"}]}");
			return;
		}
		customer.setAll(patch);
		changed(customer);
		send(exchange, 200, customer.toString());
	}

	private static void changed(ObjectNode customer) {
		customer.put("version", customer.get("version").asInt() + 1).put("updatedAt", Instant.now().toString());
	}

	private String lines(byte[] body, boolean merges) {
		List<String> answers = new ArrayList<>();
		for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
			ObjectNode asked = (ObjectNode) JSON.readTree(line);
			answers.add(merges ? merge(asked) : load(asked));
		}
		return String.join("\n", answers);
	}

	private String load(ObjectNode asked) {
		List<JsonNode> ids = asked.get("externalIds").valueStream().toList();
		if (asked.path("name").asString("").equals("Nobody")) {
			return "{\"status\": \"rejected\", \"errors\": [{\"pointer\": \"/name\", \"message\": \"is nobody\"}]}";
		}
		ObjectNode known = this.customers.values()
			.stream()
			.filter((one) -> one.get("externalIds").valueStream().anyMatch(ids::contains))
			.findFirst()
			.orElse(null);
		return (known != null) ? "{\"status\": \"unchanged\", \"id\": %s}".formatted(known.get("id"))
				: "{\"status\": \"created\", \"id\": \"%s\"}".formatted(store(asked));
	}

	private String merge(ObjectNode asked) {
		ObjectNode survivor = this.customers.get(asked.get("survivorId").asString());
		String merge = UUID.randomUUID().toString();
		List<String> ids = asked.get("merged").valueStream().map((one) -> one.get("id").asString()).toList();
		if (ids.stream().allMatch(this.mergedInto::containsKey)) {
			return "{\"status\": \"unchanged\", \"id\": \"%s\"}".formatted(merge);
		}
		for (String id : ids) {
			ObjectNode gone = this.customers.remove(id);
			gone.get("externalIds").forEach(survivor.withArray("externalIds")::add);
			this.mergedInto.put(id, survivor.get("id").asString());
		}
		changed(survivor);
		return "{\"status\": \"created\", \"id\": \"%s\"}".formatted(merge);
	}

	synchronized String merged() {
		return this.mergedInto.entrySet()
			.stream()
			.map((one) -> one.getKey() + " in " + one.getValue())
			.sorted()
			.collect(Collectors.joining(", "));
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
