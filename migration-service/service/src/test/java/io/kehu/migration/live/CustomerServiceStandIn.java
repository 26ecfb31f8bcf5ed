package io.kehu.migration.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kehu.migration.crm.RecordsStandIn;
import org.jspecify.annotations.Nullable;
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

	private static final String STEWARD = "steward";

	private final StandInCustomers customers = new StandInCustomers();

	private final StandInBatches bulk = new StandInBatches(this.customers);

	private final HttpServer server;

	private final RecordsStandIn records;

	private int failures;

	private int batches;

	private int lost;

	private @Nullable String awaited;

	private Runnable event = () -> {
	};

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
			this.records = new RecordsStandIn(this.server);
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
			registry.add("spring.cloud.discovery.client.simple.instances.order-service[0].uri", this::uri);
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
		return this.customers.store(customer, Instant.now().minusSeconds(60), STEWARD);
	}

	synchronized ObjectNode get(String id) {
		return this.customers.present().get(id).deepCopy();
	}

	synchronized void touch(String id) {
		this.customers.present().get(id).put("updatedAt", Instant.now().plusSeconds(60).toString());
	}

	/** Changes a customer as a user does. */
	public synchronized void change(String id, String fields) {
		this.customers.change(id, "changed", STEWARD, (ObjectNode) JSON.readTree(fields));
	}

	public synchronized List<ObjectNode> all() {
		return this.customers.present().values().stream().map(ObjectNode::deepCopy).toList();
	}

	public synchronized void clear() {
		this.customers.clear();
		this.records.clear();
		this.awaited = null;
		this.lost = 0;
	}

	/** Returns the records of other kinds. */
	public RecordsStandIn records() {
		return this.records;
	}

	/** Lets the next calls fail, except those that count customers. */
	synchronized void fail(int calls) {
		this.failures = calls;
	}

	/** Stores the next bulk load, but answers it with this status. */
	synchronized void loseAnswer(int status) {
		this.lost = status;
	}

	/** Lets something happen before the next call whose address contains a text. */
	synchronized void before(String address, Runnable happens) {
		this.awaited = address;
		this.event = happens;
	}

	private synchronized void answer(HttpExchange exchange) throws IOException {
		String rest = exchange.getRequestURI().getPath().substring(PATH.length());
		byte[] body = exchange.getRequestBody().readAllBytes();
		if (this.awaited != null && exchange.getRequestURI().toString().contains(this.awaited)) {
			this.awaited = null;
			this.event.run();
		}
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
			String answers = this.bulk.lines(body, rest.startsWith("/merges"), isDry(exchange));
			int status = (this.lost > 0) ? this.lost : 200;
			this.lost = 0;
			send(exchange, status, (status == 200) ? answers : "{\"status\": %d}".formatted(status));
		}
		else if (rest.equals("/batch-get")) {
			this.batches++;
			send(exchange, 200, this.bulk.batch(JSON.readTree(body)));
		}
		else {
			one(exchange, rest.substring(1).split("/"), body);
		}
	}

	private static boolean isDry(HttpExchange exchange) {
		return String.valueOf(exchange.getRequestURI().getQuery()).contains("dryRun=true");
	}

	private void one(HttpExchange exchange, String[] path, byte[] body) throws IOException {
		String survivor = this.customers.mergedInto().get(path[0]);
		if (path.length == 3) {
			send(exchange, 200, this.bulk.preview(path[0], JSON.readTree(body)));
			return;
		}
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
		else if (!StandInBatches.errors(JSON.readTree(body)).isEmpty()) {
			send(exchange, 400,
					"{\"status\": 400, \"errors\": %s}".formatted(StandInBatches.errors(JSON.readTree(body))));
		}
		else if (isDry(exchange)) {
			send(exchange, 200, customer.toString());
		}
		else {
			this.customers.change(id, "changed", StandInCustomers.SERVICE, (ObjectNode) JSON.readTree(body));
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
		String system = query.contains("externalId[like]=") ? query.replaceAll(".*externalId\\[like]=([^&*]*).*", "$1")
				: "";
		List<ObjectNode> all = this.customers.present()
			.values()
			.stream()
			.filter((one) -> StandInCustomers.hasKey(one, system))
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

	/** Returns the number of requests for many customers. */
	synchronized int batches() {
		return this.batches;
	}

	synchronized String merged() {
		return this.customers.merged();
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
