package io.kehu.migration.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
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

	private final StandInCustomers customers = new StandInCustomers();

	private final HttpServer server;

	private int failures;

	private int batches;

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
		return this.customers.store(customer, Instant.now().minusSeconds(60));
	}

	synchronized ObjectNode get(String id) {
		return this.customers.present().get(id).deepCopy();
	}

	synchronized void touch(String id) {
		this.customers.present().get(id).put("updatedAt", Instant.now().plusSeconds(60).toString());
	}

	/** Changes a customer as a user does. */
	synchronized void change(String id, String fields) {
		this.customers.change(id, "changed", (ObjectNode) JSON.readTree(fields));
	}

	synchronized List<ObjectNode> all() {
		return this.customers.present().values().stream().map(ObjectNode::deepCopy).toList();
	}

	synchronized void clear() {
		this.customers.clear();
	}

	/** Lets the next calls fail, except those that count customers. */
	synchronized void fail(int calls) {
		this.failures = calls;
	}

	private synchronized void answer(HttpExchange exchange) throws IOException {
		String rest = exchange.getRequestURI().getPath().substring(PATH.length());
		byte[] body = exchange.getRequestBody().readAllBytes();
		boolean counts = String.valueOf(exchange.getRequestURI().getQuery()).contains("count=true");
		if (this.failures > 0 && !counts) {
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
		else if (rest.equals("/batch-get")) {
			send(exchange, 200, batch(JSON.readTree(body)));
		}
		else {
			one(exchange, rest.substring(1).split("/"), body);
		}
	}

	private String batch(JsonNode asked) {
		this.batches++;
		ObjectNode answer = JSON.createObjectNode();
		ArrayNode results = answer.putArray("results");
		asked.get("ids").forEach((id) -> {
			ObjectNode result = results.addObject();
			result.set("id", id);
			put(result, this.customers.present().get(id.asString()));
		});
		asked.get("externalIds").forEach((id) -> {
			ObjectNode result = results.addObject();
			result.set("externalId", id);
			put(result,
					this.customers.present()
						.values()
						.stream()
						.filter((one) -> one.get("externalIds").valueStream().anyMatch(id::equals))
						.findFirst()
						.orElse(null));
		});
		return answer.toString();
	}

	private static void put(ObjectNode result, @Nullable ObjectNode customer) {
		result.put("found", customer != null);
		if (customer != null) {
			result.set("record", customer.deepCopy());
		}
	}

	/** Returns the number of requests for many customers. */
	synchronized int batches() {
		return this.batches;
	}

	private void one(HttpExchange exchange, String[] path, byte[] body) throws IOException {
		String survivor = this.customers.mergedInto().get(path[0]);
		if (path.length == 2 && path[1].equals("history")) {
			send(exchange, 200, "{\"items\": %s}".formatted(this.customers.history(path[0])));
		}
		else if (path.length == 2) {
			List<ObjectNode> merges = this.customers.merges()
				.values()
				.stream()
				.filter((merge) -> merge.survivor().equals(path[0]))
				.map(StandInCustomers.Merge::view)
				.toList();
			send(exchange, 200, "{\"items\": %s}".formatted(merges));
		}
		else if (path.length == 4) {
			StandInCustomers.Merge merge = this.customers.merges().get(path[2]);
			this.customers.undo(merge);
			send(exchange, 200, merge.view().toString());
		}
		else if (survivor != null) {
			exchange.getResponseHeaders().set("Location", PATH + "/" + survivor);
			send(exchange, 307, "");
		}
		else if (!this.customers.present().containsKey(path[0])) {
			send(exchange, 404, "{\"status\": 404, \"detail\": \"There is no customer.\"}");
		}
		else {
			present(exchange, path[0], body);
		}
	}

	private void present(HttpExchange exchange, String id, byte[] body) throws IOException {
		ObjectNode customer = this.customers.present().get(id);
		String etag = "\"%s\"".formatted(customer.get("version").asString());
		if (exchange.getRequestMethod().equals("GET")) {
			send(exchange, 200, customer.toString());
		}
		else if (!etag.equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
			send(exchange, 412, "{\"status\": 412, \"detail\": \"stale\"}");
		}
		else if (exchange.getRequestMethod().equals("DELETE")) {
			this.customers.present().remove(id);
			send(exchange, 204, "");
		}
		else if (JSON.readTree(body).path("status").asString("").equals("king")) {
			send(exchange, 400,
					"{\"status\": 400, \"errors\": [{\"pointer\": \"/status\", \"message\": \"no such status\"}]}");
		}
		else {
			this.customers.change(id, "changed", (ObjectNode) JSON.readTree(body));
			send(exchange, 200, this.customers.present().get(id).toString());
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
		List<ObjectNode> all = this.customers.present()
			.values()
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
		ObjectNode known = this.customers.present()
			.values()
			.stream()
			.filter((one) -> one.get("externalIds").valueStream().anyMatch(ids::contains))
			.findFirst()
			.orElse(null);
		return (known != null) ? "{\"status\": \"unchanged\", \"id\": %s}".formatted(known.get("id"))
				: "{\"status\": \"created\", \"id\": \"%s\"}".formatted(this.customers.store(asked, Instant.now()));
	}

	private String merge(ObjectNode asked) {
		String survivor = asked.get("survivorId").asString();
		List<String> ids = asked.get("merged").valueStream().map((one) -> one.get("id").asString()).toList();
		if (ids.stream().allMatch(this.customers.mergedInto()::containsKey)) {
			return "{\"status\": \"unchanged\", \"id\": \"%s\"}".formatted(UUID.randomUUID());
		}
		return "{\"status\": \"created\", \"id\": \"%s\"}".formatted(this.customers.merge(survivor, ids));
	}

	synchronized String merged() {
		return this.customers.mergedInto()
			.entrySet()
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
