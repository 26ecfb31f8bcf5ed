package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import io.kehu.order.product.CatalogProduct;
import io.kehu.order.product.ProductCatalog;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what clients say of lines into lines with products and amounts.
 */
final class Pricing {

	private static final int MOST_DIGITS = 15;

	private final Map<UUID, CatalogProduct> byId = new HashMap<>();

	private final Map<String, CatalogProduct> bySku = new HashMap<>();

	private Pricing() {
	}

	/**
	 * Looks up all products that these orders speak of, by one query.
	 */
	static Pricing of(ProductCatalog catalog, Collection<OrderDetails> orders) {
		List<OrderLineDetails> lines = orders.stream().flatMap((order) -> order.lines().stream()).toList();
		Pricing pricing = new Pricing();
		catalog
			.find(lines.stream().map(OrderLineDetails::productId).filter(Objects::nonNull).distinct().toList(),
					lines.stream()
						.filter((line) -> line.productId() == null)
						.map(OrderLineDetails::sku)
						.filter(Objects::nonNull)
						.distinct()
						.toList())
			.forEach((product) -> {
				pricing.byId.put(product.id(), product);
				pricing.bySku.put(product.sku(), product);
			});
		return pricing;
	}

	/**
	 * Returns the lines with their amounts; the first one sets the order's currency.
	 * @param orderable which products may be on the order
	 * @throws ProblemException when a product is not there or may not be ordered, or a
	 * line is of another currency; all such lines are named
	 */
	PricedLines price(List<OrderLineDetails> lines, Predicate<CatalogProduct> orderable) {
		List<OrderLine> priced = new ArrayList<>();
		List<FieldError> errors = new ArrayList<>();
		String currency = null;
		for (int i = 0; i < lines.size(); i++) {
			try {
				OrderLineDetails line = lines.get(i);
				CatalogProduct product = product(line, "/lines/" + i, orderable);
				Money price = (line.unitPrice() != null) ? line.unitPrice() : product.price();
				currency = (currency != null) ? currency : price.currency();
				priced.add(line(line, product, sound(price, currency, "/lines/" + i + "/unitPrice"), i));
			}
			catch (ProblemException ex) {
				errors.addAll(ex.errors());
			}
		}
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
		return new PricedLines(Objects.requireNonNull(currency), priced);
	}

	private CatalogProduct product(OrderLineDetails line, String pointer, Predicate<CatalogProduct> orderable) {
		UUID id = line.productId();
		String sku = line.sku();
		if (id == null && sku == null) {
			throw ProblemException.invalid(pointer + "/productId", "required", "a line is for a product");
		}
		String named = pointer + ((id != null) ? "/productId" : "/sku");
		CatalogProduct product = (id != null) ? this.byId.get(id) : this.bySku.get(Objects.requireNonNull(sku));
		if (product == null) {
			throw ProblemException.invalid(named, "unknown_reference", "there is no such product");
		}
		if (!orderable.test(product)) {
			throw ProblemException.invalid(named, "inactive_product",
					"%s cannot be ordered any more".formatted(product.sku()));
		}
		return product;
	}

	private static Money sound(Money price, String currency, String pointer) {
		if (!price.currency().equals(currency)) {
			throw ProblemException.invalid(pointer, "currency_mismatch",
					"is in %s, but the order is in %s".formatted(price.currency(), currency));
		}
		if (price.decimal().signum() < 0) {
			throw ProblemException.invalid(pointer, "out_of_range", "must not be negative");
		}
		return price;
	}

	private static OrderLine line(OrderLineDetails line, CatalogProduct product, Money price, int index) {
		int decimals = Money.decimals(price.currency());
		BigDecimal total = PricedLines.rounded(
				line.quantity().multiply(price.decimal()).multiply(BigDecimal.ONE.subtract(line.discount())), decimals);
		BigDecimal taxAmount = PricedLines.rounded(total.multiply(line.tax()), decimals);
		if (total.add(taxAmount).precision() - decimals > MOST_DIGITS) {
			throw ProblemException.invalid("/lines/" + index, "out_of_range", "comes to more than 15 digits");
		}
		return new OrderLine(product.id(), or(line.sku(), product.sku()), or(line.description(), product.name()),
				line.quantity(), price.decimal(), line.discount(), line.tax(), taxAmount, total);
	}

	private static String or(@Nullable String said, String otherwise) {
		return (said != null && !said.isBlank()) ? said.strip() : otherwise;
	}

}
