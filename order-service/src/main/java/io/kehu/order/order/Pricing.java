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
import io.kehu.platform.json.Texts;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the products of order lines and calculates the amounts.
 */
final class Pricing {

	private static final int MOST_DIGITS = 15;

	private final Map<UUID, CatalogProduct> byId = new HashMap<>();

	private final Map<String, CatalogProduct> bySku = new HashMap<>();

	/**
	 * Creates the pricing of lines for these products.
	 */
	Pricing(Collection<CatalogProduct> products) {
		products.forEach((product) -> {
			this.byId.put(product.id(), product);
			this.bySku.put(product.sku(), product);
		});
	}

	/**
	 * Looks up the products of all these orders with one query.
	 */
	static Pricing of(ProductCatalog catalog, Collection<OrderDetails> orders) {
		List<OrderLineDetails> lines = orders.stream().flatMap((order) -> order.lines().stream()).toList();
		return new Pricing(catalog.find(
				lines.stream().map(OrderLineDetails::productId).filter(Objects::nonNull).distinct().toList(),
				lines.stream()
					.filter((line) -> line.productId() == null)
					.map(OrderLineDetails::sku)
					.filter(Objects::nonNull)
					.distinct()
					.toList()));
	}

	/**
	 * Returns the lines with their amounts. The first line sets the currency of the
	 * order.
	 * @param orderable selects the products that may be on the order
	 * @param rule decides about prices and discounts
	 * @throws ProblemException 400 with an error for each line whose product is missing
	 * or can't be ordered, or whose currency differs; 403 if the rule refuses a line
	 */
	PricedLines price(List<OrderLineDetails> lines, Predicate<CatalogProduct> orderable, PriceRule rule) {
		List<OrderLine> priced = new ArrayList<>();
		List<FieldError> errors = new ArrayList<>();
		String currency = null;
		for (int i = 0; i < lines.size(); i++) {
			try {
				OrderLineDetails line = lines.get(i);
				CatalogProduct product = product(line, "/lines/" + i, orderable);
				rule.check(line, product, "/lines/" + i);
				Money price = (line.unitPrice() != null) ? line.unitPrice() : product.price();
				currency = (currency != null) ? currency : price.currency();
				priced.add(line(line, product, sound(price, currency, "/lines/" + i + "/unitPrice"), i));
			}
			catch (ProblemException ex) {
				if (ex.errors().isEmpty()) {
					throw ex;
				}
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
			throw ProblemException.invalid(pointer + "/productId", "required", "is required unless sku is given");
		}
		String named = pointer + ((id != null) ? "/productId" : "/sku");
		CatalogProduct product = (id != null) ? this.byId.get(id) : this.bySku.get(Objects.requireNonNull(sku));
		if (product == null) {
			throw ProblemException.invalid(named, "unknown_reference", "there is no such product");
		}
		if (!orderable.test(product)) {
			throw ProblemException.invalid(named, "inactive_product",
					"product %s is inactive and can't be ordered".formatted(product.sku()));
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
			throw ProblemException.invalid("/lines/" + index, "out_of_range",
					"comes to an amount of more than 15 digits");
		}
		return new OrderLine(product.id(), or(line.sku(), product.sku()), or(line.description(), product.name()),
				line.quantity(), price.decimal(), line.discount(), line.tax(), taxAmount, total);
	}

	private static String or(@Nullable String said, String otherwise) {
		String stripped = Texts.strip(said);
		return (stripped != null && !stripped.isEmpty()) ? stripped : otherwise;
	}

}
