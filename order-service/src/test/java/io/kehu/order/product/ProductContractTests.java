package io.kehu.order.product;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class ProductContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static final Collection<String> ACTIONS = ProductConfiguration.EVENTS.actions();

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemasSay(String action) {
		Money price = new Money("19.90", "EUR");
		for (ProductDetails details : List.of(
				new ProductDetails("KETTLE", "Kettle", price, null, null, null, List.of()),
				new ProductDetails("KETTLE", "Kettle", price, false, UUID.randomUUID(), UUID.randomUUID(),
						List.of(new ExternalId("legacy", "77"))))) {
			Product product = Product.add(details, Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (action.equals("deleted")) {
				product.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = ProductConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(product.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(ProductConfiguration.EVENTS.topic(), type);
		}
	}

}
