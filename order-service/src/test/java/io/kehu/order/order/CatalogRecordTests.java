package io.kehu.order.order;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.RecordContract;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of the kinds of records around products.
 */
class CatalogRecordTests extends OrderFixture {

	private static final String PRODUCTS = "/api/v1/products";

	@Test
	void whatProductsReferToKeepsTheContract() {
		for (String path : List.of("/api/v1/tax-classes", "/api/v1/categories", "/api/v1/price-lists")) {
			RecordContract records = new RecordContract(this.http, path,
					() -> "{\"code\": \"%s\", \"name\": \"A\"%s}".formatted(UUID.randomUUID(),
							path.endsWith("tax-classes") ? ", \"rate\": 0.1"
									: path.endsWith("price-lists") ? ", \"currency\": \"EUR\"" : ""),
					"{\"name\": \"B\"}");
			records.checkBulkModes("code");
			records.checkChanges("added");
		}
	}

	@Test
	void pricesAndStockLevelsKeepTheContract() {
		String list = this.http
			.post("/api/v1/price-lists",
					"{\"code\": \"%s\", \"name\": \"A\", \"currency\": \"EUR\"}".formatted(UUID.randomUUID()))
			.expect(201)
			.json()
			.get("id")
			.asString();
		String one = "[{\"minQuantity\": %d, \"price\": {\"amount\": \"1.00\", \"currency\": \"EUR\"}}]";
		RecordContract prices = new RecordContract(this.http, "/api/v1/prices",
				() -> "{\"priceListId\": \"%s\", \"productId\": \"%s\", \"breaks\": %s}".formatted(list, newProduct(),
						one.formatted(1)),
				"{\"breaks\": %s}".formatted(one.formatted(2)));
		prices.checkChanges("added");
		RecordContract levels = new RecordContract(this.http, "/api/v1/stock-levels",
				() -> "{\"productId\": \"%s\", \"onHand\": 1}".formatted(newProduct()), "{\"onHand\": 2}");
		String line = "{\"productId\": \"%s\", \"onHand\": 1}".formatted(newProduct());
		assertThat(this.http.with("Content-Type", "application/x-ndjson")
			.post("/api/v1/stock-levels/bulk", line + "\n" + line + "\n" + line.replace("1}", "2}"))
			.expect(200)
			.lines()).extracting((result) -> result.get("status").asString())
			.containsExactly("created", "unchanged", "updated");
		levels.checkChanges("added");
	}

	private String newProduct() {
		return this.http
			.post(PRODUCTS,
					"{\"sku\": \"%s\", \"name\": \"Tea\", \"price\": {\"amount\": \"9.9\", \"currency\": \"EUR\"}}"
						.formatted(UUID.randomUUID()))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

}
