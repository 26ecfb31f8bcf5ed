package io.kehu.deploy.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/**
 * Loads a company through the public API and accounts for each of its rows.
 */
public final class DemoLoader {

	private final BulkClient client;

	private final Progress progress;

	private final Taken customers = new Taken();

	private final Taken products = new Taken();

	private final Taken orders = new Taken();

	/**
	 * Creates a loader.
	 * @param gateway the address of the API
	 * @param token supplies a valid access token
	 * @param progress is called with the progress
	 */
	public DemoLoader(String gateway, Supplier<String> token, Progress progress) {
		this.client = new BulkClient(gateway, token);
		this.progress = progress;
	}

	/** Receives the progress of loading. */
	@FunctionalInterface
	public interface Progress {

		/** Called when rows of one kind have been processed. */
		void at(String what, int done, int all);

	}

	/**
	 * Loads everything; existing records are recognised by the company's keys.
	 */
	public List<Tally> loadAll(Company company) {
		Tally takenCustomers = new Tally("customers");
		load("customers", takenCustomers,
				company.customers().stream().filter((customer) -> customer.parent() == null).toList(),
				Company.Customer::key, Company.Customer::body, this.customers);
		load("customers", takenCustomers,
				company.customers().stream().filter((customer) -> customer.parent() != null).toList(),
				Company.Customer::key, this::withParent, this.customers);
		Tally takenProducts = new Tally("products");
		load("products", takenProducts, company.products(), Company.Product::sku, Company.Product::body, this.products);
		Tally takenOrders = new Tally("orders");
		List<Company.Order> sound = company.orders().stream().filter((order) -> isSound(order, takenOrders)).toList();
		load("orders", takenOrders, sound, Company.Order::number, this::withReferences, this.orders);
		return List.of(takenCustomers, takenProducts, takenOrders, lines(company));
	}

	private <T> void load(String resource, Tally tally, List<T> rows, Function<T, String> key,
			Function<T, Map<String, Object>> body, Taken taken) {
		tally.read(rows.size());
		for (int from = 0; from < rows.size(); from += BulkClient.CHUNK) {
			List<T> chunk = rows.subList(from, Math.min(rows.size(), from + BulkClient.CHUNK));
			List<JsonNode> answers = this.client.send(resource, chunk.stream().map(body).toList());
			for (int index = 0; index < chunk.size(); index++) {
				note(tally, key.apply(chunk.get(index)), answers.get(index), taken);
			}
			this.progress.at(resource, from + chunk.size(), rows.size());
		}
	}

	private static void note(Tally tally, String key, JsonNode answer, Taken taken) {
		Tally.Outcome outcome = Tally.Outcome.valueOf(answer.path("status").asString().toUpperCase(Locale.ROOT));
		if (outcome == Tally.Outcome.REJECTED) {
			tally.reject(key, answer.path("errors").toString());
			return;
		}
		tally.count(outcome);
		taken.ids.put(key, answer.path("id").asString());
		taken.outcomes.put(key, outcome);
	}

	private Map<String, Object> withParent(Company.Customer customer) {
		Map<String, Object> body = new LinkedHashMap<>(customer.body());
		String parent = this.customers.ids.get(customer.parent());
		if (parent != null) {
			body.put("parentId", parent);
		}
		return body;
	}

	/** Rejects orders that refer to rejected customers or products. */
	private boolean isSound(Company.Order order, Tally tally) {
		String customer = order.customer();
		if (customer == null || !this.customers.ids.containsKey(customer)) {
			tally.read(1);
			tally.reject(order.number(), "its customer " + customer + " was not accepted");
			return false;
		}
		for (Company.Line line : order.lines()) {
			if (!this.products.ids.containsKey(line.sku())) {
				tally.read(1);
				tally.reject(order.number(), "its product " + line.sku() + " was not accepted");
				return false;
			}
		}
		return true;
	}

	private Map<String, Object> withReferences(Company.Order order) {
		Map<String, Object> body = new LinkedHashMap<>(order.body());
		body.put("customerId", this.customers.ids.get(order.customer()));
		List<Map<String, Object>> lines = new ArrayList<>();
		for (Company.Line line : order.lines()) {
			Map<String, Object> sent = new LinkedHashMap<>(line.body());
			sent.put("productId", this.products.ids.get(line.sku()));
			lines.add(sent);
		}
		body.put("lines", lines);
		return body;
	}

	/** Counts lines; each has the outcome of its order. */
	private Tally lines(Company company) {
		Tally tally = new Tally("order lines");
		company.orders().forEach((order) -> {
			Tally.Outcome outcome = this.orders.outcomes.get(order.number());
			tally.read(order.lines().size());
			order.lines().forEach((line) -> {
				if (outcome != null) {
					tally.count(outcome);
				}
				else {
					tally.reject(order.number() + "/" + line.sku(), "its order was not accepted");
				}
			});
		});
		return tally;
	}

	/**
	 * The accepted rows of one kind, by the company's keys.
	 */
	private static final class Taken {

		private final Map<String, String> ids = new HashMap<>();

		private final Map<String, Tally.Outcome> outcomes = new HashMap<>();

	}

}
