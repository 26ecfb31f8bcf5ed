package io.kehu.order.order;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import tools.jackson.databind.JsonNode;

/**
 * A client that places, pays, cancels, ships and returns orders at random, and counts the
 * responses by operation and status. Where the outcome is unknown, since the connection
 * to the database broke, it places and pays again in the same words.
 */
final class FireClient {

	/** The month of all orders, in which there are no others. */
	static final String MONTH = "2024-02";

	private static final String ORDERS = "/api/v1/orders";

	private static final int FAILED = 500;

	private static final int ATTEMPTS = 20;

	private final HttpProbe http;

	private final Random random;

	private final UUID customer;

	private final List<String> skus;

	private final List<String> orders;

	private final String series;

	private final Map<String, Integer> answers = new TreeMap<>();

	/**
	 * Creates a client.
	 * @param orders the ids of the orders of all clients, to which it adds its own
	 * @param series the series of its invoices
	 */
	FireClient(HttpProbe http, long seed, UUID customer, List<String> skus, List<String> orders, String series) {
		this.http = http;
		this.random = new Random(seed);
		this.customer = customer;
		this.skus = skus;
		this.orders = orders;
		this.series = series;
	}

	Map<String, Integer> answers() {
		return this.answers;
	}

	/** Performs one operation. */
	void act() {
		int choice = this.random.nextInt(100);
		if (choice < 30 || this.orders.isEmpty()) {
			place();
			return;
		}
		String order = this.orders.get(this.random.nextInt(this.orders.size()));
		if (choice < 45) {
			step(order, "confirm", "");
		}
		else if (choice < 60) {
			step(order, "ship", this.random.nextBoolean() ? "{}" : line());
		}
		else if (choice < 68) {
			step(order, "return", line());
		}
		else if (choice < 76) {
			step(order, "cancel", "");
		}
		else if (choice < 80) {
			step(order, "complete", "");
		}
		else if (choice < 92) {
			pay(order);
		}
		else {
			count("invoice", this.http.post("/api/v1/invoices",
					"{\"orderId\": \"%s\", \"series\": \"%s\"}".formatted(order, this.series)));
		}
	}

	private void place() {
		String one = this.skus.get(this.random.nextInt(this.skus.size()));
		String other = this.skus.get(this.random.nextInt(this.skus.size()));
		String body = """
				{"customerId": "%s", "orderDate": "%s-05", "lines": [{"sku": "%s", "quantity": %d},
				 {"sku": "%s", "quantity": %d}]}""".formatted(this.customer, MONTH, one, 1 + this.random.nextInt(3),
				other, 1 + this.random.nextInt(3));
		String key = UUID
			.nameUUIDFromBytes(new byte[] { (byte) this.random.nextInt(), (byte) this.random.nextInt(),
					(byte) this.random.nextInt(), (byte) this.random.nextInt() })
			.toString();
		HttpAnswer answer = again(() -> this.http.with("Idempotency-Key", key).post(ORDERS, body));
		count("place", answer);
		if (answer.status() == 201) {
			JsonNode again = again(() -> this.http.with("Idempotency-Key", key).post(ORDERS, body)).expect(201).json();
			if (!again.get("id").equals(answer.json().get("id"))) {
				throw new AssertionError("Placed twice: " + again);
			}
			this.orders.add(answer.json().get("id").asString());
		}
	}

	private String line() {
		return "{\"lines\": [{\"lineNo\": %d, \"quantity\": 1}]}".formatted(1 + this.random.nextInt(2));
	}

	private void step(String order, String intent, String body) {
		count(intent, this.http.with("If-Match", "*").post(ORDERS + "/" + order + "/" + intent, body));
	}

	private void pay(String order) {
		int amount = 1 + this.random.nextInt(20);
		String reference = UUID.randomUUID().toString();
		String body = """
				{"reference": "%s", "amount": {"amount": "%d", "currency": "EUR"}, "method": "card",
				 "receivedOn": "2026-05-06", "allocations": [{"orderId": "%s",
				 "amount": {"amount": "%d", "currency": "EUR"}}]}""".formatted(reference, amount, order, amount);
		HttpAnswer answer = again(() -> this.http.post("/api/v1/payments", body));
		boolean paid = answer.status() == 201 || answer.body().contains("\"pointer\":\"/reference\"");
		this.answers.merge(paid ? "pay 201" : "pay " + answer.status(), 1, Integer::sum);
	}

	private static HttpAnswer again(Supplier<HttpAnswer> request) {
		HttpAnswer answer = request.get();
		for (int i = 0; i < ATTEMPTS && answer.status() >= FAILED; i++) {
			answer = request.get();
		}
		return answer;
	}

	private void count(String operation, HttpAnswer answer) {
		this.answers.merge(operation + " " + answer.status(), 1, Integer::sum);
		if (answer.status() < FAILED && answer.status() != 200 && answer.status() != 201 && answer.status() != 409
				&& answer.status() != 400) {
			throw new AssertionError(operation + ": " + answer.status() + " " + answer.body());
		}
	}

}
