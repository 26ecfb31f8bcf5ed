package io.kehu.order.order;

import io.kehu.platform.test.contract.OpenApiExamples;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

class ExampleTests extends OrderFixture {

	private static final String PRODUCTS = "/api/v1/products";

	private static final String PRODUCT = """
			{"sku": "TEA-1", "name": "Green tea", "price": {"amount": "9.90", "currency": "EUR"},
			"externalIds": [{"system": "erp", "id": "M-100"}]}""";

	@Test
	void areWhatTheServiceAnswers() {
		HttpProbe all = this.anyone.as("order:read", "order:write", "order:delete", "order:price", "product:read",
				"product:write", "customer:read");
		OpenApiExamples examples = new OpenApiExamples(all);
		examples.record(PRODUCTS, PRODUCT, "{\"name\": \"Green tea, loose\"}");
		examples.recordByExternalId(PRODUCTS, PRODUCT, "{\"active\": true}", "erp/M-100");
		examples.record(PATH, """
				{"clientOrderNumber": "PO-2026-17", "customerId": "%s", "orderDate": "2026-01-31", "status": "draft",
				"lines": [{"sku": "TEA-1", "quantity": 2}]}""".formatted(this.customer),
				"{\"lines\": [{\"sku\": \"TEA-1\", \"quantity\": 3}]}");
		examples.recordProblems(PRODUCTS, PRODUCT, "{\"sku\": \"TEA-2\", \"name\": \"Black tea\"}", this.anyone,
				this.anyone.as("order:read"));
		examples.check();
	}

}
