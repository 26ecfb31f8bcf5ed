package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sixteen clients that place, pay, cancel, ship and return the same orders at random,
 * while all connections to the database are cut twice. The seed and the number of
 * operations of each client can be set with {@code -Dkehu.fire.seed} and
 * {@code -Dkehu.fire.operations}; the operations of a client follow from the seed, while
 * their interleaving does not.
 */
class OrdersUnderFireTests extends OrderFixture {

	private static final Logger log = LoggerFactory.getLogger(OrdersUnderFireTests.class);

	private static final int CLIENTS = 16;

	private static final long SEED = Long.getLong("kehu.fire.seed", 20261130L);

	private static final int OPERATIONS = Integer.getInteger("kehu.fire.operations", 10);

	private static final int IN_STOCK = 40;

	private final List<String> orders = new CopyOnWriteArrayList<>();

	private final Map<String, String> levels = new HashMap<>();

	private final AtomicInteger begun = new AtomicInteger();

	@Autowired
	private JdbcTemplate jdbc;

	private final String series = "FIRE";

	@Test
	@Timeout(600)
	void loseNothingAndSellNothingTwice() throws Exception {
		List<String> skus = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			skus.add(product());
		}
		Map<String, Integer> answers = fire(skus);
		log.info("Seed {}, {} operations for each of {} clients: {}", SEED, OPERATIONS, CLIENTS, answers);
		assertThat(this.orders).hasSize(answers.getOrDefault("place 201", 0)).doesNotHaveDuplicates();
		Map<String, BigDecimal> open = new HashMap<>();
		Map<String, BigDecimal> outside = new HashMap<>();
		int paid = 0;
		for (String order : this.orders) {
			JsonNode now = this.http.get(PATH + "/" + order).expect(200).json();
			count(now, open, outside);
			paid += checkPaid(now);
			checkHistory(now);
		}
		assertThat(paid).as("payments").isEqualTo(answers.getOrDefault("pay 201", 0));
		this.levels.forEach((product, level) -> checkStock(level, open.getOrDefault(product, BigDecimal.ZERO),
				outside.getOrDefault(product, BigDecimal.ZERO)));
		List<String> invoices = texts(
				this.http.get("/api/v1/invoices?limit=200&sort=number&series=" + this.series).json().get("items"),
				"number");
		assertThat(invoices).hasSizeGreaterThanOrEqualTo(answers.getOrDefault("invoice 201", 0))
			.containsExactlyElementsOf(LongStream.rangeClosed(1, invoices.size())
				.mapToObj((no) -> "%s-%06d".formatted(this.series, no))
				.toList());
		assertThat(this.anyone.as("report:verify")
			.post("/api/v1/reports/sales/verify?from=%1$s-01&to=%1$s-29".formatted(FireClient.MONTH), "")
			.expect(200)
			.json()
			.get("differences")).isEmpty();
	}

	private String product() {
		String code = UUID.randomUUID().toString();
		String id = this.http
			.post("/api/v1/products",
					"{\"sku\": \"%s\", \"name\": \"Tea\", \"price\": {\"amount\": \"3\", \"currency\": \"EUR\"}}"
						.formatted(code))
			.expect(201)
			.json()
			.get("id")
			.asString();
		this.levels.put(id,
				this.http
					.post("/api/v1/stock-levels", "{\"productId\": \"%s\", \"onHand\": %d}".formatted(id, IN_STOCK))
					.expect(201)
					.header("Location"));
		return code;
	}

	private Map<String, Integer> fire(List<String> skus) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		try {
			List<FireClient> clients = new ArrayList<>();
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				FireClient client = new FireClient(this.http, SEED + i, this.customer, skus, this.orders, this.series);
				clients.add(client);
				running.add(threads.submit(() -> {
					for (int k = 0; k < OPERATIONS; k++) {
						cutAt(this.begun.incrementAndGet());
						client.act();
					}
				}));
			}
			for (Future<?> one : running) {
				one.get();
			}
			Map<String, Integer> answers = new TreeMap<>();
			clients.forEach(
					(client) -> client.answers().forEach((what, often) -> answers.merge(what, often, Integer::sum)));
			return answers;
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** Each transaction that is open then is lost, and its client does not know of it. */
	private void cutAt(int operation) {
		int third = CLIENTS * OPERATIONS / 3;
		if (operation == third || operation == 2 * third) {
			this.jdbc.queryForList("""
					select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and usename = current_user and pid <> pg_backend_pid()""");
		}
	}

	private static void count(JsonNode order, Map<String, BigDecimal> open, Map<String, BigDecimal> outside) {
		String status = order.get("status").asString();
		boolean reserving = status.equals("placed") || status.equals("confirmed");
		for (JsonNode line : order.get("lines")) {
			BigDecimal shipped = line.get("shipped").decimalValue();
			String product = line.get("productId").asString();
			outside.merge(product, shipped.subtract(line.get("returned").decimalValue()), BigDecimal::add);
			if (reserving) {
				open.merge(product, line.get("quantity").decimalValue().subtract(shipped), BigDecimal::add);
			}
		}
	}

	private int checkPaid(JsonNode order) {
		JsonNode payments = this.http.get("/api/v1/payments?limit=200&orderId=" + order.get("id").asString())
			.expect(200)
			.json()
			.get("items");
		BigDecimal sum = BigDecimal.ZERO;
		for (JsonNode payment : payments) {
			sum = sum.add(new BigDecimal(payment.at("/amount/amount").asString()));
		}
		assertThat(new BigDecimal(order.at("/paid/amount").asString())).isEqualByComparingTo(sum);
		return payments.size();
	}

	/** Each version was recorded once, and published once and in order. */
	private void checkHistory(JsonNode order) {
		String id = order.get("id").asString();
		JsonNode history = this.http.get(PATH + "/" + id + "/history?limit=200").expect(200).json().get("items");
		List<Long> versions = new ArrayList<>();
		history.forEach((entry) -> versions.add(entry.get("version").asLong()));
		assertThat(versions)
			.containsExactlyElementsOf(LongStream.rangeClosed(0, order.get("version").asLong()).boxed().toList());
		this.events.awaitExactly("kehu.orders", id,
				texts(history, "action").stream().map("io.kehu.order.%s.v1"::formatted).toArray(String[]::new));
	}

	/** At no time was more reserved than there was. */
	private void checkStock(String level, BigDecimal open, BigDecimal outside) {
		JsonNode stock = this.http.get(level).expect(200).json();
		assertThat(stock.get("reserved").decimalValue()).as("reserved").isEqualByComparingTo(open);
		assertThat(stock.get("onHand").decimalValue()).as("on hand")
			.isEqualByComparingTo(BigDecimal.valueOf(IN_STOCK).subtract(outside));
		String cursor = "";
		do {
			JsonNode page = this.http.get(level + "/history?limit=200" + cursor).expect(200).json();
			for (JsonNode entry : page.get("items")) {
				for (JsonNode change : entry.get("changes")) {
					if (change.get("field").asString().equals("available")) {
						assertThat(change.get("to").decimalValue()).isNotNegative();
					}
				}
			}
			cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asString();
		}
		while (!cursor.isEmpty());
	}

}
