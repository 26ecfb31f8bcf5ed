package io.kehu.order.report;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import io.kehu.order.OrderServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two products, a customer, and a year without other orders for each test.
 */
abstract class SalesFixture extends OrderServiceTest {

	static final String ORDERS = "/api/v1/orders";

	static final String REPORT = "/api/v1/reports/sales";

	private static final AtomicInteger YEARS = new AtomicInteger(1950);

	@Autowired
	HttpProbe anyone;

	@Autowired
	SalesRollups rollups;

	HttpProbe http;

	int year;

	String tea;

	String coffee;

	UUID customer;

	@BeforeEach
	void prepare() {
		CUSTOMERS.breakDown(false);
		this.http = this.anyone.as("order:read", "order:write", "order:price", "product:read", "product:write",
				"customer:read", "exchange-rate:read", "exchange-rate:write", "report:verify");
		this.year = YEARS.addAndGet(2);
		this.tea = product("Tea");
		this.coffee = product("=Coffee");
		this.customer = CUSTOMERS.customer("erp", UUID.randomUUID().toString());
	}

	String product(String name) {
		return this.http
			.post("/api/v1/products",
					"{\"sku\": \"%s\", \"name\": \"%s\", \"price\": {\"amount\": \"10\", \"currency\": \"EUR\"}}"
						.formatted(UUID.randomUUID(), name))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	String day(String monthAndDay) {
		return this.year + "-" + monthAndDay;
	}

	/** Places an order of a product for 10 a piece. */
	HttpAnswer order(String monthAndDay, String product, int quantity, String fields) {
		return this.http.post(ORDERS, body(monthAndDay, line(product, quantity, "EUR"), fields)).expect(201);
	}

	String body(String monthAndDay, String lines, String fields) {
		return "{\"customerId\": \"%s\", \"orderDate\": \"%s\", \"lines\": [%s]%s}".formatted(this.customer,
				day(monthAndDay), lines, fields);
	}

	static String line(String product, int quantity, String currency) {
		return "{\"productId\": \"%s\", \"quantity\": %d, \"unitPrice\": {\"amount\": \"10\", \"currency\": \"%s\"}}"
			.formatted(product, quantity, currency);
	}

	/** Returns a report on the year. */
	JsonNode report(String query) {
		return this.http.get(path(query)).expect(200).json();
	}

	String path(String query) {
		return REPORT + "?from=%s&to=%s%s".formatted(day("01-01"), day("12-31"), query);
	}

	static List<String> rows(JsonNode report) {
		return StreamSupport.stream(report.get("rows").spliterator(), false)
			.map((row) -> "%s %d %s %s".formatted(row.get("period").asString().substring(5), row.get("orders").asInt(),
					row.at("/revenue/amount").asString(), row.at("/revenue/currency").asString()))
			.toList();
	}

}
