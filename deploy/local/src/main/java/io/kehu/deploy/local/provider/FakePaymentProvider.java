package io.kehu.deploy.local.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider that takes no money: each request to it becomes a signed
 * notification, which can be repeated.
 */
public final class FakePaymentProvider implements AutoCloseable {

	/** The name under which order-service knows it. */
	public static final String NAME = "fake";

	private final HttpClient http = HttpClient.newHttpClient();

	private final AtomicInteger last = new AtomicInteger();

	private final HttpServer server;

	private final URI address;

	private final String secret;

	private final Consumer<String> report;

	private @Nullable SignedNotification latest;

	/**
	 * Starts the provider.
	 * @param port its port on this machine, or 0 for any
	 * @param kehu the address of the gateway
	 * @param secret the secret with which it signs, in base64
	 * @param report is called for each notification
	 */
	public FakePaymentProvider(int port, String kehu, String secret, Consumer<String> report) throws IOException {
		this.address = URI.create(kehu + "/api/v1/payment-notifications/" + NAME);
		this.secret = secret;
		this.report = report;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		this.server.createContext("/payments", (exchange) -> handle(exchange, "paid"));
		this.server.createContext("/refunds", (exchange) -> handle(exchange, "refunded"));
		this.server.createContext("/repeat", (exchange) -> handle(exchange, ""));
		this.server.start();
	}

	/** Returns the address of the provider. */
	public String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	private void handle(HttpExchange exchange, String type) throws IOException {
		byte[] answer = answer(exchange, type).getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, answer.length);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

	private synchronized String answer(HttpExchange exchange, String type) throws IOException {
		SignedNotification notification = type.isEmpty() ? this.latest
				: new SignedNotification(UUID.randomUUID().toString(), body(type, query(exchange)));
		if (notification == null) {
			return "There is nothing to repeat.\n";
		}
		this.latest = notification;
		String line = "%s -> %s".formatted(notification.body(), send(notification));
		this.report.accept(line);
		return line + "\n";
	}

	private static Map<String, String> query(HttpExchange exchange) {
		String query = exchange.getRequestURI().getQuery();
		return Stream.of((query != null) ? query.split("&", -1) : new String[0])
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> (pair.length > 1) ? pair[1] : ""));
	}

	private String body(String type, Map<String, String> query) {
		String order = query.get("order");
		return """
				{"type": "%s", "data": {"reference": "%s", %s%s"date": "%s", \
				"amount": {"amount": "%s", "currency": "%s"}}}""".formatted(type,
				query.getOrDefault("payment", "pi_" + UUID.randomUUID()),
				(order != null) ? "\"orderId\": \"%s\", ".formatted(order) : "",
				type.equals("refunded") ? "\"refundReference\": \"re_%d\", ".formatted(this.last.incrementAndGet())
						: "",
				LocalDate.now(ZoneOffset.UTC), query.getOrDefault("amount", "1"),
				query.getOrDefault("currency", "EUR"));
	}

	private String send(SignedNotification notification) throws IOException {
		try {
			HttpResponse<String> answer = this.http.send(notification.to(this.address, this.secret, Instant.now()),
					HttpResponse.BodyHandlers.ofString());
			return answer.statusCode() + " " + answer.body();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
