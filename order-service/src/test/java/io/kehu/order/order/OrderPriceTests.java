package io.kehu.order.order;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

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
		this.seller = this.anyone.as("order:read", "order:write", "customer:read");
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
		this.seller.patch(path, "*", lines(1, at("5.00") + ", \"discount\": 0.5, \"tax\": 0.19")).expect(200);
		this.seller
			.patch(path, "*", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2%s}]}".formatted(this.sku, at("4.99")))
			.expect(403);
		this.seller
			.patch(path, "*",
					"{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2, \"discount\": 0.51}]}".formatted(this.sku))
			.expect(403);
		step(path, "*", "place").expect(200);
	}

	/** Two lines: one with an agreed price, the other with an agreed discount. */
	@Test
	void keepsAPriceTogetherWithItsDiscountForTheSameQuantity() {
		HttpAnswer order = this.http.post(PATH, selling(at("0.01"))).expect(201);
		String path = order.header("Location");
		String cheap = at("0.01");
		String discounted = ", \"discount\": 0.9";
		this.http.patch(path, "*", lines(2, cheap, discounted, discounted)).expect(200);
		for (String[] refused : new String[][] { { "1", cheap + discounted }, { "3", cheap }, { "5", discounted },
				{ "2", cheap, cheap }, { "2", discounted, discounted, discounted } }) {
			String[] terms = Arrays.copyOfRange(refused, 1, refused.length);
			HttpAnswer answer = this.seller.patch(path, "*", lines(Integer.parseInt(refused[0]), terms)).expect(403);
			assertThat(answer.json().get("detail").asString()).contains("order:price");
		}
		for (String[] accepted : new String[][] { { "4", discounted }, { "1", cheap, "", ", \"discount\": 0.2" },
				{ "1", ", \"discount\": 0.8", cheap } }) {
			String[] terms = Arrays.copyOfRange(accepted, 1, accepted.length);
			this.seller.patch(path, "*", lines(Integer.parseInt(accepted[0]), terms)).expect(200);
			this.http.patch(path, "*", lines(2, cheap, discounted, discounted)).expect(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "merge", "replace" })
	void acceptsAnUnchangedOrderWithAnAgreedPrice(String mode) {
		String number = UUID.randomUUID().toString();
		String line = selling(at("7.77") + ", \"discount\": 0.5").replace("{\"customerId\"",
				"{\"clientOrderNumber\": \"%s\", \"customerId\"".formatted(number));
		this.http.post(PATH, line).expect(201);
		assertThat(loaded(mode, line)).contains("unchanged");
		assertThat(loaded(mode, line.replace("\"quantity\": 1", "\"quantity\": 2"))).contains("order:price");
		assertThat(loaded(mode, line.replace("7.77", "7.76"))).contains("order:price");
	}

	private String loaded(String mode, String line) {
		return this.seller.with("Content-Type", "application/x-ndjson")
			.post(PATH + "/bulk?mode=" + mode, line.replace("\n", ""))
			.expect(200)
			.lines()
			.get(0)
			.toString();
	}

	private String lines(int quantity, String... terms) {
		return Arrays.stream(terms)
			.map((one) -> "{\"sku\": \"%s\", \"quantity\": %d%s}".formatted(this.sku, quantity, one))
			.collect(Collectors.joining(", ", "{\"lines\": [", "]}"));
	}

}
