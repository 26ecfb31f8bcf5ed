package io.kehu.order.product;

import java.time.Instant;
import java.util.List;

import io.kehu.platform.money.Money;
import io.kehu.platform.record.ExternalId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProductTests {

	private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

	private final ProductDetails kettle = new ProductDetails("KETTLE", " Kettle ", new Money("19.5", "EUR"), null, null,
			null, List.of(new ExternalId("erp", "1")));

	@Test
	void normalisesItsDetails() {
		assertThat(this.kettle.name()).isEqualTo("Kettle");
		assertThat(this.kettle.price()).isEqualTo(new Money("19.50", "EUR"));
		assertThat(this.kettle.active()).isTrue();
	}

	@Test
	void changesOnlyWhenTheDetailsDiffer() {
		Product product = Product.add(this.kettle, THEN);
		ProductDetails same = new ProductDetails("KETTLE", "Kettle", new Money("19.5000", "EUR"), true, null, null,
				this.kettle.externalIds());
		assertThat(product.change(same, NOW)).isFalse();
		assertThat(product.updatedAt()).isEqualTo(THEN);
		ProductDetails inactive = new ProductDetails("KETTLE", "Kettle", new Money("20", "EUR"), false, null, null,
				List.of());
		assertThat(product.change(inactive, NOW)).isTrue();
		assertThat(product.details()).isEqualTo(inactive);
		assertThat(product.view().price().amount()).isEqualTo("20.00");
	}

}
