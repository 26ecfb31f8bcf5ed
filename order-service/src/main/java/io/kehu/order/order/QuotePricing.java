package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.order.customer.CustomerDirectory;
import io.kehu.order.price.PriceBook;
import io.kehu.order.price.PriceTerms;
import io.kehu.order.product.ProductCatalog;
import io.kehu.platform.problem.ProblemException;

import org.springframework.stereotype.Component;

/**
 * The prices of quotes, by the same rules as those of orders.
 */
@Component
public class QuotePricing {

	private final ProductCatalog products;

	private final PriceBook prices;

	private final CustomerDirectory customers;

	private final PriceRights rights;

	private final Clock clock;

	QuotePricing(ProductCatalog products, PriceBook prices, CustomerDirectory customers, PriceRights rights,
			Clock clock) {
		this.products = products;
		this.prices = prices;
		this.customers = customers;
		this.rights = rights;
		this.clock = clock;
	}

	/**
	 * Returns a copy whose lines have everything that they leave out: SKU, description,
	 * unit price and tax.
	 * @param known products that may have become inactive
	 * @throws ProblemException 400 with an error for each line that can't be priced
	 */
	public Quoted complete(Quoted quote, Set<UUID> known) {
		OrderDetails order = quote.toOrder();
		PricedLines priced = Pricing.of(this.products, this.prices, List.of(order))
			.price(order, terms(quote), (product) -> product.active() || known.contains(product.id()), PriceRule.ANY);
		return new Quoted(quote.customerId(), priced.currency(),
				priced.lines().stream().map((line) -> line.details(priced.currency())).toList());
	}

	/**
	 * Returns the highest discount of a line compared to its price in the price lists and
	 * the catalogue of today, as a rate; 1 if there is no such price to compare with.
	 */
	public BigDecimal highestDiscount(Quoted quote) {
		OrderDetails order = quote.toOrder();
		return Pricing.of(this.products, this.prices, List.of(order)).highestDiscount(order, terms(quote));
	}

	/** Returns the highest discount that the caller may grant on an order. */
	public BigDecimal grantable() {
		return this.rights.highestDiscount();
	}

	private PriceTerms terms(Quoted quote) {
		return new PriceTerms(LocalDate.now(this.clock),
				this.customers.tags(List.of(quote.customerId())).getOrDefault(quote.customerId(), Set.of()));
	}

}
