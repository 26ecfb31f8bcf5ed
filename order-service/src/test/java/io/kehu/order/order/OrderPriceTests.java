package io.kehu.order.order;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prices and discounts of callers with and without the right to set them.
 */
class OrderPriceTests extends OrderFixture {

	private HttpProbe seller;

	@BeforeEach
	void signInToSell() {
		this.seller = this.anyone.as("order:read", "order:write");
	}

	private String selling(String terms) {
		return """
				{"customerId": "%s", "orderDate": "2026-01-01", "status": "draft", "lines": [{"sku": "%s", "quantity": 1%s}]}"""
			.formatted(this.customer, this.sku, terms);
	}

	private static String at(String amount) {
		return ", \"unitPrice\": {\"amount\": \"%s\", \"currency\": \"EUR\"}".formatted(amount);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.01", "9.89", "9.91" })
	void needsTheRightToSellAtAnotherPrice(String amount) {
		HttpAnswer refused = this.seller.post(PATH, selling(at(amount))).expect(403);
		assertThat(refused.json().get("detail").asString()).contains("/lines/0/unitPrice", "order:price");
		JsonNode line = this.seller.with("Content-Type", "application/x-ndjson")
			.post(PATH + "/bulk", selling(at(amount)).replace("\n", ""))
			.expect(200)
			.lines()
			.get(0);
		assertThat(line.toString()).contains("rejected", "order:price");
		this.http.post(PATH, selling(at(amount))).expect(201);
	}

	@Test
	void sellsAtThePriceOfTheCatalogueWithALimitedDiscount() {
		this.seller.post(PATH, selling(at("9.90"))).expect(201);
		this.seller.post(PATH, selling(", \"discount\": 0.2")).expect(201);
		HttpAnswer refused = this.seller.post(PATH, selling(", \"discount\": 0.2001")).expect(403);
		assertThat(refused.json().get("detail").asString()).contains("/lines/0/discount", "0.2", "order:price");
	}

	@Test
	void keepsWhatIsOnTheOrderAlready() {
		HttpAnswer order = this.http.post(PATH, selling(at("5.00") + ", \"discount\": 0.5")).expect(201);
		String path = order.header("Location");
		this.seller
			.patch(path, "*",
					"{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2%s, \"discount\": 0.5}]}".formatted(this.sku,
							at("5.00")))
			.expect(200);
		this.seller
			.patch(path, "*", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2%s}]}".formatted(this.sku, at("4.99")))
			.expect(403);
		this.seller
			.patch(path, "*",
					"{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2, \"discount\": 0.51}]}".formatted(this.sku))
			.expect(403);
		step(path, "*", "place").expect(200);
	}

}
