package io.kehu.order.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import io.kehu.order.price.PriceTerms;
import io.kehu.order.price.Prices;
import io.kehu.order.product.CatalogProduct;
import io.kehu.platform.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random orders in currencies with 0, 2 and 3 decimals.
 */
class RoundingPropertyTests {

	private static final int ORDERS = 500;

	@ParameterizedTest
	@CsvSource({ "JPY, 0", "EUR, 2", "KWD, 3" })
	void linesAddUpToTheHeader(String currency, int decimals) {
		Random random = new Random(20261130);
		for (int i = 0; i < ORDERS; i++) {
			List<OrderLineDetails> lines = lines(random, currency);
			PricedLines priced = price(lines, currency);
			BigDecimal subtotal = BigDecimal.ZERO;
			BigDecimal taxTotal = BigDecimal.ZERO;
			for (int k = 0; k < lines.size(); k++) {
				OrderLine line = priced.lines().get(k);
				BigDecimal exact = line.quantity()
					.multiply(line.unitPrice())
					.multiply(BigDecimal.ONE.subtract(line.discount()));
				BigDecimal total = exact.setScale(decimals, RoundingMode.HALF_EVEN);
				BigDecimal tax = total.multiply(line.tax()).setScale(decimals, RoundingMode.HALF_EVEN);
				assertThat(line.total()).as("seed order %d line %d", i, k).isEqualByComparingTo(total);
				assertThat(line.taxAmount()).as("seed order %d line %d", i, k).isEqualByComparingTo(tax);
				subtotal = subtotal.add(total);
				taxTotal = taxTotal.add(tax);
			}
			assertThat(priced.subtotal()).isEqualByComparingTo(subtotal);
			assertThat(priced.taxTotal()).isEqualByComparingTo(taxTotal);
			assertThat(priced.total()).isEqualByComparingTo(subtotal.add(taxTotal));
			assertThat(priced.total().stripTrailingZeros().scale()).isLessThanOrEqualTo(decimals);
		}
	}

	private static List<OrderLineDetails> lines(Random random, String currency) {
		List<OrderLineDetails> lines = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(12); i++) {
			// Halves of the smallest unit are frequent
			BigDecimal price = BigDecimal.valueOf(random.nextInt(200_000) * 5L, 4);
			lines.add(new OrderLineDetails(null, "TEA", null, BigDecimal.valueOf(1 + random.nextInt(90_000), 2),
					Money.of(price, currency), BigDecimal.valueOf(random.nextInt(5), 1),
					BigDecimal.valueOf(random.nextInt(26), 2)));
		}
		return lines;
	}

	private static PricedLines price(List<OrderLineDetails> lines, String currency) {
		CatalogProduct tea = new CatalogProduct(UUID.randomUUID(), "TEA", "Tea", new Money("1", currency), true,
				BigDecimal.ZERO);
		OrderDetails order = new OrderDetails(null, UUID.randomUUID(), null, null, null, null, lines, null, null, null);
		return new Pricing(List.of(tea), Prices.NONE).price(order, new PriceTerms(LocalDate.EPOCH, Set.of()),
				(product) -> true, PriceRule.ANY);
	}

}
