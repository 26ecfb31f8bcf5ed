package io.kehu.order.order;

import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders at the prices of price lists, and with the taxes of tax classes.
 */
class ListedPriceTests extends CustomerEventFixture {

	private String list(String fields) {
		return this.http
			.post("/api/v1/price-lists",
					"{\"code\": \"%s\", \"name\": \"List\", %s}".formatted(UUID.randomUUID(), fields))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private HttpAnswer price(String list, String breaks) {
		return this.http.post("/api/v1/prices", "{\"priceListId\": \"%s\", \"productId\": \"%s\", \"breaks\": [%s]}"
			.formatted(list, this.product, breaks));
	}

	private static String at(int quantity, String amount, String currency) {
		return "{\"minQuantity\": %d, \"price\": {\"amount\": \"%s\", \"currency\": \"%s\"}}".formatted(quantity,
				amount, currency);
	}

	private String ordering(UUID of, String fields, String quantity) {
		return "{\"customerId\": \"%s\", \"orderDate\": \"2026-05-05\", %s\"lines\": [{\"sku\": \"%s\", \"quantity\": %s}]}"
			.formatted(of, fields, this.sku, quantity);
	}

	private String unitPrice(HttpAnswer order) {
		JsonNode price = order.expect(201).json().at("/lines/0/unitPrice");
		return price.get("amount").asString() + " " + price.get("currency").asString();
	}

	@Test
	void areThoseOfTheQuantityAndTheCurrency() {
		price(list("\"currency\": \"EUR\""), at(0, "9", "EUR") + ", " + at(10, "8", "EUR")).expect(201);
		price(list("\"currency\": \"USD\""), at(0, "11", "USD")).expect(201);
		price(list("\"currency\": \"EUR\", \"validTo\": \"2026-05-04\", \"priority\": 9"), at(0, "1", "EUR"))
			.expect(201);
		price(list("\"currency\": \"EUR\", \"active\": false, \"priority\": 9"), at(0, "2", "EUR")).expect(201);
		assertThat(unitPrice(this.http.post(PATH, ordering(this.customer, "", "9.5")))).isEqualTo("9.00 EUR");
		assertThat(unitPrice(this.http.post(PATH, ordering(this.customer, "", "10")))).isEqualTo("8.00 EUR");
		assertThat(unitPrice(this.http.post(PATH, ordering(this.customer, "\"currency\": \"USD\", ", "10"))))
			.isEqualTo("11.00 USD");
		JsonNode refused = this.http.post(PATH, ordering(this.customer, "\"currency\": \"CHF\", ", "1"))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/unitPrice");
		HttpAnswer order = this.http.post(PATH, ordering(this.customer, "\"status\": \"draft\", ", "1")).expect(201);
		assertThat(this.http.patch(order.header("Location"), "*", "{\"currency\": \"USD\"}")
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/currency");
		HttpAnswer revised = this.http
			.patch(order.header("Location"), "*",
					"{\"currency\": \"USD\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 3}]}".formatted(this.sku))
			.expect(200);
		assertThat(revised.json().at("/total/currency").asString()).isEqualTo("USD");
	}

	@Test
	void areThoseOfTheSegmentOfTheCustomer() {
		UUID dealer = UUID.randomUUID();
		ObjectNode event = customerEvent("registered", dealer, 0, "Dealer");
		event.putArray("tags").add("wholesale-" + this.sku);
		publish(event);
		awaitReplica(dealer, "Dealer", false);
		price(list("\"currency\": \"EUR\", \"segment\": \"wholesale-%s\"".formatted(this.sku)), at(0, "5", "EUR"))
			.expect(201);
		assertThat(unitPrice(this.http.post(PATH, ordering(this.customer, "", "1")))).isEqualTo("9.90 EUR");
		HttpAnswer order = this.http.post(PATH, ordering(dealer, "", "1"));
		assertThat(unitPrice(order)).isEqualTo("5.00 EUR");
		HttpAnswer revised = this.http
			.patch(order.header("Location"), "*",
					"{\"lines\": [{\"sku\": \"%s\", \"quantity\": 3}]}".formatted(this.sku))
			.expect(200);
		assertThat(revised.json().at("/lines/0/unitPrice/amount").asString()).isEqualTo("5.00");
		JsonNode line = this.http.with("Content-Type", "application/x-ndjson")
			.post(PATH + "/bulk", ordering(dealer, "", "2"))
			.expect(200)
			.lines()
			.get(0);
		assertThat(this.http.get(PATH + "/" + line.get("id").asString()).json().at("/total/amount").asString())
			.isEqualTo("10.00");
	}

	@Test
	void needTheRightToSellAtAnotherPrice() {
		price(list("\"currency\": \"EUR\""), at(0, "8", "EUR")).expect(201);
		HttpProbe seller = this.anyone.as("order:read", "order:write", "customer:read");
		String body = ordering(this.customer, "", "1").replace("\"quantity\": 1",
				"\"quantity\": 1, \"unitPrice\": {\"amount\": \"%s\", \"currency\": \"EUR\"}");
		seller.post(PATH, body.formatted("8.00")).expect(201);
		seller.post(PATH, body.formatted("9.90")).expect(403);
	}

	@Test
	void bearTheTaxOfTheClassUnlessTheLineHasAnother() {
		String standard = this.http
			.post("/api/v1/tax-classes",
					"{\"code\": \"%s\", \"name\": \"Standard\", \"rate\": 0.19}".formatted(UUID.randomUUID()))
			.expect(201)
			.json()
			.get("id")
			.asString();
		this.http.patch("/api/v1/products/" + this.product, "*", "{\"taxClassId\": \"%s\"}".formatted(standard))
			.expect(200);
		HttpAnswer order = this.http.post(PATH, ordering(this.customer, "", "1")).expect(201);
		assertThat(order.json().at("/lines/0/tax").decimalValue()).isEqualByComparingTo("0.19");
		assertThat(order.json().at("/taxTotal/amount").asString()).isEqualTo("1.88");
		HttpAnswer free = this.http
			.post(PATH, ordering(this.customer, "", "1").replace("\"quantity\": 1", "\"quantity\": 1, \"tax\": 0"))
			.expect(201);
		assertThat(free.json().at("/taxTotal/amount").asString()).isEqualTo("0.00");
		this.http.patch("/api/v1/tax-classes/" + standard, "*", "{\"rate\": 0.16}").expect(200);
		assertThat(this.http.get(order.header("Location")).json()).isEqualTo(order.json());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			"currency": "EURO"                                                       | /currency
			"currency": "DEM"                                                        | /currency
			"currency": "EUR", "validFrom": "2026-02-01", "validTo": "2026-01-31"    | /validTo
			"currency": "EUR", "priority": 1001                                      | /priority
			""")
	void areInSoundLists(String fields, String pointer) {
		JsonNode refused = this.http
			.post("/api/v1/price-lists", "{\"code\": \"%s\", \"name\": \"List\", %s}".formatted(this.sku, fields))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void areSoundThemselves() {
		String list = list("\"currency\": \"EUR\"");
		for (String[] bad : new String[][] { { at(0, "1", "USD"), "/breaks/0/price/currency" },
				{ at(0, "-1", "EUR"), "/breaks/0/price/amount" }, { at(-1, "1", "EUR"), "/breaks/0/minQuantity" },
				{ at(5, "1", "EUR") + ", " + at(5, "2", "EUR"), "/breaks/1/minQuantity" }, { "", "/breaks" } }) {
			assertThat(price(list, bad[0]).expect(400).json().at("/errors/0/pointer").asString()).isEqualTo(bad[1]);
		}
		assertThat(price(UUID.randomUUID().toString(), at(0, "1", "EUR")).expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/priceListId");
		price(list, at(0, "1", "EUR")).expect(201);
		assertThat(price(list, at(0, "2", "EUR")).expect(409).json().at("/errors/0/pointer").asString())
			.isEqualTo("/productId");
		String line = "{\"priceListId\": \"%s\", \"productId\": \"%s\", \"breaks\": [%s]}".formatted(list, this.product,
				at(3, "4", "EUR"));
		assertThat(this.http.with("Content-Type", "application/x-ndjson")
			.post("/api/v1/prices/bulk", line + "\n" + line)
			.expect(200)
			.lines()).extracting((one) -> one.get("status").asString()).containsExactly("updated", "unchanged");
		assertThat(this.http.patch("/api/v1/price-lists/" + list, "*", "{\"currency\": \"USD\"}")
			.expect(400)
			.json()
			.at("/errors/0/code")
			.asString()).isEqualTo("immutable");
	}

}
