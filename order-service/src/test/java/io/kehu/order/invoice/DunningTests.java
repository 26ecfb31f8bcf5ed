package io.kehu.order.invoice;

import java.util.UUID;

import io.kehu.order.OrderServiceTest;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invoices that became due so long before that all levels are reached; those of other
 * tests are not.
 */
class DunningTests extends OrderServiceTest {

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private Dunning dunning;

	private HttpProbe http;

	private String sku;

	private UUID customer;

	@BeforeEach
	void stock() {
		this.http = this.anyone.as("order:read", "order:write", "product:read", "product:write", "customer:read",
				"payment:read", "payment:write", "invoice:read", "invoice:write");
		this.sku = UUID.randomUUID().toString();
		this.customer = CUSTOMERS.customer("erp", this.sku);
		this.http
			.post("/api/v1/products",
					"{\"sku\": \"%s\", \"name\": \"Tea\", \"price\": {\"amount\": \"5\", \"currency\": \"EUR\"}}"
						.formatted(this.sku))
			.expect(201);
	}

	private String order() {
		return this.http.post("/api/v1/orders",
				"{\"customerId\": \"%s\", \"orderDate\": \"2026-05-05\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 1}]}"
					.formatted(this.customer, this.sku))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private String invoice(String order, String dueOn) {
		return this.http
			.post("/api/v1/invoices",
					"{\"orderId\": \"%s\", \"issuedOn\": \"1900-01-01\", \"dueOn\": \"%s\"}".formatted(order, dueOn))
			.expect(201)
			.header("Location");
	}

	private int level(String invoice) {
		return this.http.get(invoice).expect(200).json().get("dunningLevel").asInt();
	}

	@Test
	void remindsOfUnpaidInvoicesOnceInAWhile() {
		String paid = order();
		this.http.post("/api/v1/payments", """
				{"reference": "%s", "amount": {"amount": "5", "currency": "EUR"}, "method": "cash",
				 "receivedOn": "1900-01-02", "allocations": [{"orderId": "%s",
				 "amount": {"amount": "5", "currency": "EUR"}}]}""".formatted(UUID.randomUUID(), paid)).expect(201);
		String credited = invoice(order(), "1900-01-02");
		this.http.with("If-Match", "*").post(credited + "/credit", "{}").expect(200);
		String ofPaid = invoice(paid, "1900-01-02");
		String later = invoice(order(), "2020-01-01");
		String cancelled = order();
		String ofCancelled = invoice(cancelled, "1900-01-02");
		this.http.with("If-Match", "*").post("/api/v1/orders/" + cancelled + "/cancel", "{}").expect(200);
		String overdue = invoice(order(), "1900-01-02");
		this.dunning.remindAll();
		assertThat(level(overdue)).isEqualTo(1);
		assertThat(level(ofCancelled)).isZero();
		assertThat(level(ofPaid)).isZero();
		assertThat(level(later)).isZero();
		this.dunning.remindAll();
		assertThat(level(overdue)).isEqualTo(1);
		this.http.with("If-Match", "*").post(ofPaid + "/remind", "").expect(409);
	}

}
