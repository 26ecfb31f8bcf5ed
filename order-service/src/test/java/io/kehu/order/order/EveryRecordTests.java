package io.kehu.order.order;

import java.util.UUID;

import io.kehu.platform.test.contract.RecordContract;
import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EveryRecordTests extends OrderFixture {

	private static final String PRODUCTS = "/api/v1/products";

	@Test
	void productsKeepTheContract() {
		RecordContract products = new RecordContract(this.http, PRODUCTS,
				() -> "{\"sku\": \"%s\", \"name\": \"Tea\", \"price\": {\"amount\": \"9.9\", \"currency\": \"EUR\"}}"
					.formatted(UUID.randomUUID()),
				"{\"name\": \"Coffee\"}");
		products.checkExternalIds();
		products.checkBulkModes("sku");
		products.checkBulkModes("externalIds");
		products.checkMovedExternalIds("sku");
		products.checkChanges("added");
	}

	@Test
	void productsAreReadAndPatchedByTheirSku() {
		String path = PRODUCTS + "/by-external-id/sku/A%2F" + UUID.randomUUID();
		this.http.get(path).expect(404);
		HttpAnswer created = this.http
			.patch(path, "*", "{\"name\": \"Tea\", \"price\": {\"amount\": \"1\", \"currency\": \"EUR\"}}")
			.expect(412);
		created = this.http
			.put(path,
					"{\"sku\": \"%s\", \"name\": \"Tea\", \"price\": {\"amount\": \"1\", \"currency\": \"EUR\"}}"
						.formatted(path.substring(path.lastIndexOf('/') + 1).replace("%2F", "/")))
			.expect(201);
		HttpAnswer changed = this.http.patch(path, created.etag(), "{\"price\": {\"amount\": \"2\"}}").expect(200);
		assertThat(changed.json().at("/price/currency").asString()).isEqualTo("EUR");
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(changed.json());
	}

	@Test
	void ordersKeepTheContract() {
		new RecordContract(this.http, PATH,
				() -> body("\"clientOrderNumber\": \"%s\", \"orderDate\": \"2026-03-01\", \"status\": \"placed\""
					.formatted(UUID.randomUUID())),
				"{\"status\": \"confirmed\"}")
			.checkBulkModes("clientOrderNumber");
	}

}
