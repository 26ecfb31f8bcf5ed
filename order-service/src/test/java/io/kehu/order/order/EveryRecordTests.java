package io.kehu.order.order;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

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
	void areReadByTheirUniqueFieldsInBatches() {
		String key = "B,\\" + UUID.randomUUID();
		String json = key.replace("\\", "\\\\");
		String product = this.http.post(PRODUCTS, """
				{"sku": "%s", "name": "Tea", "price": {"amount": "1", "currency": "EUR"},
				 "externalIds": [{"system": "erp", "id": "%1$s"}]}""".formatted(json))
			.expect(201)
			.json()
			.get("id")
			.asString();
		String order = order("\"clientOrderNumber\": \"%s\"".formatted(json)).json().get("id").asString();
		assertThat(batch(PRODUCTS, json, "sku", "erp", "crm")).containsExactly(product, product, "");
		assertThat(batch(PATH, json, "client-order-number")).containsExactly(order);
		assertThat(batch(PATH, "none", "client-order-number")).containsExactly("");
		assertThat(this.http.post(PATH + "/batch-get", "{\"externalIds\": [{\"system\": \"erp\", \"id\": \"1\"}]}")
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/externalIds/0/system");
	}

	private List<String> batch(String path, String id, String... systems) {
		String ids = Arrays.stream(systems)
			.map((system) -> "{\"system\": \"%s\", \"id\": \"%s\"}".formatted(system, id))
			.collect(Collectors.joining(","));
		return this.http.post(path + "/batch-get", "{\"externalIds\": [%s]}".formatted(ids))
			.expect(200)
			.json()
			.get("results")
			.valueStream()
			.map((result) -> result.at("/record/id").asString(""))
			.toList();
	}

	@Test
	void aFieldThatAddressesProductsIsNoSystemOfExternalIds() {
		assertThat(this.http
			.post(PRODUCTS,
					"""
							{"sku": "%s", "name": "Tea", "price": {"amount": "1", "currency": "EUR"},
							 "externalIds": [{"system": "erp", "id": "1"}, {"system": "sku", "id": "1"}]}"""
						.formatted(UUID.randomUUID()))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/externalIds/1/system");
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
