package io.kehu.order.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import io.kehu.order.amount.LineAmounts;
import io.kehu.order.price.PriceBook;
import io.kehu.order.price.PriceTerms;
import io.kehu.order.price.Prices;
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

	private static final int DISCOUNT_DIGITS = 6;

	private final Map<UUID, CatalogProduct> byId = new HashMap<>();

	private final Map<String, CatalogProduct> bySku = new HashMap<>();

	private final Prices listed;

	/**
	 * Creates the pricing of lines for these products.
	 */
	Pricing(Collection<CatalogProduct> products, Prices listed) {
		this.listed = listed;
		products.forEach((product) -> {
			this.byId.put(product.id(), product);
			this.bySku.put(product.sku(), product);
		});
	}

	/**
	 * Looks up the products of all these orders with one query, and their listed prices
	 * with another one.
	 */
	static Pricing of(ProductCatalog catalog, PriceBook book, Collection<OrderDetails> orders) {
		List<OrderLineDetails> lines = orders.stream().flatMap((order) -> order.lines().stream()).toList();
		List<CatalogProduct> products = catalog.find(
				lines.stream().map(OrderLineDetails::productId).filter(Objects::nonNull).distinct().toList(),
				lines.stream()
					.filter((line) -> line.productId() == null)
					.map(OrderLineDetails::sku)
					.filter(Objects::nonNull)
					.distinct()
					.toList());
		return new Pricing(products, book.find(products.stream().map(CatalogProduct::id).toList()));
	}

	/**
	 * Returns the lines with their amounts.
	 * @param order the currency of the order, by default that of the first line, and the
	 * lines
	 * @param terms select the price lists
	 * @param orderable selects the products that may be on the order
	 * @param rule decides about prices and discounts
	 * @throws ProblemException 400 with an error for each line whose product is missing
	 * or can't be ordered, or whose currency differs; 403 if the rule refuses a line
	 */
	PricedLines price(OrderDetails order, PriceTerms terms, Predicate<CatalogProduct> orderable, PriceRule rule) {
		List<OrderLine> priced = new ArrayList<>();
		List<FieldError> errors = new ArrayList<>();
		List<OrderLineDetails> lines = order.lines();
		String currency = order.currency();
		for (int i = 0; i < lines.size(); i++) {
			try {
				OrderLineDetails line = lines.get(i);
				CatalogProduct product = listed(product(line, "/lines/" + i, orderable), line, currency, terms);
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

	/** Returns the product at the price of a list, if one applies. */
	private CatalogProduct listed(CatalogProduct product, OrderLineDetails line, @Nullable String currency,
			PriceTerms terms) {
		String wanted = (currency != null) ? currency
				: ((line.unitPrice() != null) ? line.unitPrice() : product.price()).currency();
		return this.listed.find(product.id(), wanted, line.quantity(), terms).map(product::at).orElse(product);
	}

	/**
	 * Returns the highest discount of a line compared to its listed price, as a rate; 1
	 * if there is no such price in the same currency.
	 */
	BigDecimal highestDiscount(OrderDetails order, PriceTerms terms) {
		return order.lines()
			.stream()
			.map((line) -> discount(line, order.currency(), terms))
			.reduce(BigDecimal.ZERO, BigDecimal::max);
	}

	private BigDecimal discount(OrderLineDetails line, @Nullable String currency, PriceTerms terms) {
		CatalogProduct product = this.byId.get(line.productId());
		Money price = line.unitPrice();
		Money listed = (product != null) ? listed(product, line, currency, terms).price() : null;
		if (listed == null || price == null || !listed.currency().equals(price.currency())) {
			return BigDecimal.ONE;
		}
		BigDecimal paid = price.decimal().multiply(BigDecimal.ONE.subtract(line.discount()));
		return (listed.decimal().compareTo(paid) <= 0) ? BigDecimal.ZERO
				: BigDecimal.ONE.subtract(paid.divide(listed.decimal(), DISCOUNT_DIGITS, RoundingMode.DOWN));
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
		BigDecimal tax = (line.tax() != null) ? line.tax() : product.taxRate();
		LineAmounts amounts = LineAmounts.of(line.quantity(), price.decimal(), line.discount(), tax, price.currency());
		if (amounts.total().add(amounts.taxAmount()).precision() - decimals > MOST_DIGITS) {
			throw ProblemException.invalid("/lines/" + index, "out_of_range",
					"comes to an amount of more than 15 digits");
		}
		return new OrderLine(product.id(), or(line.sku(), product.sku()), or(line.description(), product.name()),
				line.quantity(), price.decimal(), line.discount(), tax, amounts.taxAmount(), amounts.total());
	}

	private static String or(@Nullable String said, String otherwise) {
		String stripped = Texts.strip(said);
		return (stripped != null && !stripped.isEmpty()) ? stripped : otherwise;
	}

}
