package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import io.kehu.order.price.PriceTerms;
import io.kehu.order.price.Prices;
import io.kehu.order.product.CatalogProduct;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PricingTests {

	private static final CatalogProduct TEA = product("TEA", "Green tea", "9.90", "EUR", true);

	private static final CatalogProduct OLD = product("OLD", "Old tea", "5", "EUR", false);

	private static final CatalogProduct RICE = product("RICE", "Rice", "1200", "JPY", true);

	private static final Predicate<CatalogProduct> ANY = (product) -> true;

	private final Pricing pricing = new Pricing(List.of(TEA, OLD, RICE), Prices.NONE);

	private static CatalogProduct product(String sku, String name, String price, String currency, boolean active) {
		return new CatalogProduct(UUID.randomUUID(), sku, name, new Money(price, currency), active, BigDecimal.ZERO);
	}

	private static OrderLineDetails line(String sku, String quantity, String unitPrice, String discount, String tax) {
		return new OrderLineDetails(null, sku, null, new BigDecimal(quantity),
				(unitPrice != null) ? new Money(unitPrice, "EUR") : null, new BigDecimal(discount),
				new BigDecimal(tax));
	}

	private static OrderLineDetails line(String sku) {
		return line(sku, "1", null, "0", "0");
	}

	private PricedLines price(OrderLineDetails... lines) {
		return price(CatalogProduct::active, lines);
	}

	private PricedLines price(Predicate<CatalogProduct> orderable, OrderLineDetails... lines) {
		OrderDetails order = new OrderDetails(null, UUID.randomUUID(), null, null, null, null, List.of(lines), null,
				null, null);
		return this.pricing.price(order, new PriceTerms(LocalDate.EPOCH, Set.of()), orderable, PriceRule.ANY);
	}

	private List<String> errors(OrderLineDetails... lines) {
		ProblemException refused = catchThrowableOfType(ProblemException.class, () -> price(lines));
		assertThat(refused).isNotNull();
		return refused.errors().stream().map((error) -> error.pointer() + " " + error.code()).toList();
	}

	@ParameterizedTest
	@CsvSource({ "9.90, 0.1, 0.1", "4.95, 0, 0.5", "4.95, 0.5, 0.75", "12, 0, 0", "9.8999, 0, 0.000011" })
	void comparesWithTheListedPrice(String price, String discount, BigDecimal highest) {
		OrderLineDetails line = new OrderLineDetails(TEA.id(), null, null, BigDecimal.ONE, new Money(price, "EUR"),
				new BigDecimal(discount), null);
		assertThat(discount(line, "EUR")).isEqualByComparingTo(highest);
		assertThat(discount(line, "USD")).as("without a price in the currency").isEqualByComparingTo("1");
	}

	private BigDecimal discount(OrderLineDetails line, String currency) {
		OrderLineDetails other = new OrderLineDetails(line.productId(), null, null, line.quantity(),
				new Money(line.unitPrice().amount(), currency), line.discount(), null);
		OrderDetails order = new OrderDetails(null, UUID.randomUUID(), null, null, null, currency, List.of(other), null,
				null, null);
		return this.pricing.highestDiscount(order, new PriceTerms(LocalDate.EPOCH, Set.of()));
	}

	@ParameterizedTest
	@CsvSource({ "3, 9.90, 0.15, 0.19, 25.24, 4.80", "0.5, 1.0150, 0, 0, 0.51, 0", "1, 0.005, 0, 0, 0, 0",
			"1, 0.015, 0, 0, 0.02, 0", "1, 0.0049, 0, 0, 0, 0", "3, 0.0033, 0, 1, 0.01, 0.01", "1, 10, 1, 0.19, 0, 0",
			"1, 10, 0, 9, 10, 90", "0.0001, 9999, 0, 0, 1.00, 0", "7, 1.11, 0.333333, 0.077, 5.18, 0.40" })
	void roundsTheDiscountedAmountAndThenItsTax(String quantity, String price, String discount, String tax,
			BigDecimal total, BigDecimal taxAmount) {
		OrderLine priced = price(line("TEA", quantity, price, discount, tax)).lines().get(0);
		assertThat(priced.total()).isEqualByComparingTo(total);
		assertThat(priced.taxAmount()).isEqualByComparingTo(taxAmount);
	}

	@Test
	void roundsToTheDecimalsOfTheCurrency() {
		PricedLines priced = price(ANY, line("RICE", "0.3333", null, "0", "0.1"));
		assertThat(priced.currency()).isEqualTo("JPY");
		assertThat(priced.subtotal()).isEqualByComparingTo("400");
		assertThat(priced.taxTotal()).isEqualByComparingTo("40");
	}

	@Test
	void takesWhatALineLeavesOutFromTheProduct() {
		OrderLine priced = price(new OrderLineDetails(TEA.id(), null, null, BigDecimal.TEN, null, null, null)).lines()
			.get(0);
		assertThat(priced.productId()).isEqualTo(TEA.id());
		assertThat(priced.sku()).isEqualTo("TEA");
		assertThat(priced.description()).isEqualTo("Green tea");
		assertThat(priced.unitPrice()).isEqualByComparingTo("9.9");
		assertThat(priced.total()).isEqualByComparingTo("99");
	}

	@Test
	void keepsWhatALineSays() {
		OrderLine priced = price(
				new OrderLineDetails(TEA.id(), " GREEN ", " Loose ", BigDecimal.ONE, new Money("7", "EUR"), null, null))
			.lines()
			.get(0);
		assertThat(priced.productId()).isEqualTo(TEA.id());
		assertThat(priced.sku()).isEqualTo("GREEN");
		assertThat(priced.description()).isEqualTo("Loose");
		assertThat(priced.unitPrice()).isEqualByComparingTo("7");
	}

	@Test
	void namesEachLineThatIsWrong() {
		assertThat(errors(line("TEA"), line("NONE"), line("OLD"),
				new OrderLineDetails(null, null, null, BigDecimal.ONE, null, null, null),
				new OrderLineDetails(UUID.randomUUID(), "TEA", null, BigDecimal.ONE, null, null, null), line("RICE"),
				line("TEA", "1", "-0.01", "0", "0")))
			.containsExactly("/lines/1/sku unknown_reference", "/lines/2/sku inactive_product",
					"/lines/3/productId required", "/lines/4/productId unknown_reference",
					"/lines/5/unitPrice currency_mismatch", "/lines/6/unitPrice out_of_range");
	}

	@Test
	void acceptsInactiveProductsWhereTheyAreOrderable() {
		assertThat(price(ANY, line("OLD")).total()).isEqualByComparingTo("5");
	}

	@Test
	void takesTheCurrencyOfTheFirstLine() {
		OrderLineDetails dollars = new OrderLineDetails(RICE.id(), null, null, BigDecimal.ONE, new Money("1", "USD"),
				null, null);
		assertThat(price(dollars).currency()).isEqualTo("USD");
		assertThat(errors(dollars, line("TEA"))).containsExactly("/lines/1/unitPrice currency_mismatch");
	}

	@Test
	void refusesAmountsBeyondTheColumns() {
		assertThat(errors(line("TEA", "999999999", "999999.99", "0", "9"))).containsExactly("/lines/0 out_of_range");
		OrderLineDetails large = line("TEA", "900000000", "999999", "0", "0");
		assertThat(price(large).total()).isEqualByComparingTo("899999100000000");
		assertThat(errors(large, large)).containsExactly("/lines out_of_range");
	}

	@Test
	void addsUpTheRoundedLines() {
		OrderLineDetails[] thirds = new OrderLineDetails[3];
		Arrays.fill(thirds, line("TEA", "1", "0.335", "0", "0.1"));
		PricedLines priced = price(thirds);
		assertThat(priced.subtotal()).isEqualByComparingTo("1.02");
		assertThat(priced.taxTotal()).isEqualByComparingTo("0.09");
		assertThat(priced.total()).isEqualByComparingTo("1.11");
	}

}
