package io.kehu.order;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kehu.platform.embedded.FreePorts;

/**
 * Stands in for customer-service over real HTTP, with the customers that a test adds, and
 * for the token endpoint of auth-service.
 */
public final class CustomerServiceStandIn {

	/** The client secret of order-service. */
	public static final String SECRET = "a-secret-of-the-order-service";

	/** The token that order-service gets for its secret. */
	public static final String TOKEN = "token-of-the-order-service";

	private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final Map<String, String> customers = new ConcurrentHashMap<>();

	private final Map<String, String> moved = new ConcurrentHashMap<>();

	private final AtomicInteger calls = new AtomicInteger();

	private HttpServer server;

	private volatile boolean broken;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private final AtomicInteger waiting = new AtomicInteger();

	private final Set<String> hidden = ConcurrentHashMap.newKeySet();

	private volatile String lastToken = "";

	/** Starts it on a free port, which stays reserved while it is stopped. */
	public CustomerServiceStandIn() {
		this.server = start(FreePorts.next());
	}

	private HttpServer start(int port) {
		try {
			HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			started.setExecutor(Executors.newCachedThreadPool((work) -> {
				Thread thread = new Thread(work);
				thread.setDaemon(true);
				return thread;
			}));
			started.createContext("/api/v1/customers", this::answer);
			started.createContext("/oauth2/token", this::issue);
			started.start();
			return started;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Stops it, so that nothing listens on its port. */
	public void stop() {
		this.server.stop(0);
	}

	/** Starts it again on the same port. */
	public void restart() {
		this.server = start(this.server.getAddress().getPort());
	}

	/** Returns its address. */
	public String uri() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** Adds a customer and returns its id. */
	public UUID customer(String system, String externalId) {
		UUID id = UUID.randomUUID();
		String json = """
				{"id": "%s", "version": 0, "kind": "company", "name": "Stand-in", "status": "active",
				 "externalIds": [{"system": "%s", "id": "%s"}]}""".formatted(id, system, externalId);
		this.customers.put("/api/v1/customers/" + id, json);
		this.customers.put(system + ":" + externalId, json);
		return id;
	}

	/** Adds a customer that was merged into another, and returns its id. */
	public UUID merged(UUID survivor) {
		UUID id = UUID.randomUUID();
		this.moved.put("/api/v1/customers/" + id, "/api/v1/customers/" + survivor);
		return id;
	}

	/** Hides a customer from all callers but order-service. */
	public void hide(UUID id) {
		this.hidden.add(id.toString());
	}

	/** Lets it answer 503, or normally again. */
	public void breakDown(boolean down) {
		this.broken = down;
	}

	/** Lets it hang: it takes calls and answers none until it is released. */
	public void hang() {
		this.gate = new CountDownLatch(1);
	}

	/** Lets it answer all calls that it has taken, and later ones. */
	public void release() {
		this.gate.countDown();
	}

	/** Returns how many calls it has taken and not answered yet. */
	public int waiting() {
		return this.waiting.get();
	}

	/** Returns how often it was called. */
	public int calls() {
		return this.calls.get();
	}

	/** Returns the last Authorization header. */
	public String lastToken() {
		return this.lastToken;
	}

	private void issue(HttpExchange exchange) throws IOException {
		String credentials = Base64.getEncoder()
			.encodeToString(("kehu-order-service:" + SECRET).getBytes(StandardCharsets.UTF_8));
		boolean known = ("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"));
		send(exchange, known ? 200 : 401, "application/json",
				known ? "{\"access_token\": \"%s\", \"expires_in\": 600}".formatted(TOKEN) : "{}");
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.calls.incrementAndGet();
		this.waiting.incrementAndGet();
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.waiting.decrementAndGet();
		this.lastToken = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
		String query = exchange.getRequestURI().getQuery();
		if (this.broken) {
			send(exchange, 503, "application/problem+json", "{\"status\": 503}");
		}
		else if (exchange.getRequestURI().getPath().endsWith("/batch-get")) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			boolean relayed = !this.lastToken.equals("Bearer " + TOKEN);
			send(exchange, relayed ? 200 : 403, "application/json", UUIDS.matcher(body)
				.results()
				.map((id) -> "{\"id\": \"%s\", \"found\": %s}".formatted(id.group(), !this.hidden.contains(id.group())))
				.collect(Collectors.joining(",", "{\"results\": [", "]}")));
		}
		else if (!this.lastToken.equals("Bearer " + TOKEN)) {
			send(exchange, 403, "application/problem+json", "{\"status\": 403}");
		}
		else if (query != null) {
			String key = query.replaceAll(".*externalId=([^&]*).*", "$1");
			String found = this.customers.get(key);
			send(exchange, 200, "application/json",
					"{\"items\": [%s], \"nextCursor\": null}".formatted((found != null) ? found : ""));
		}
		else if (this.moved.containsKey(exchange.getRequestURI().getPath())) {
			exchange.getResponseHeaders().set("Location", this.moved.get(exchange.getRequestURI().getPath()));
			exchange.sendResponseHeaders(307, -1);
			exchange.close();
		}
		else {
			String found = this.customers.get(exchange.getRequestURI().getPath());
			send(exchange, (found != null) ? 200 : 404,
					(found != null) ? "application/json" : "application/problem+json",
					(found != null) ? found : "{\"status\": 404}");
		}
	}

	private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
