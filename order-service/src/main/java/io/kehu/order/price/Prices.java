package io.kehu.order.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The prices that price lists offer for some products.
 * <p>
 * Of the lists that apply to an order, those for the segment of the customer precede
 * those for all customers. Then the one with the highest priority decides, then the one
 * that became valid last. The first of them that has a price for the quantity is used.
 */
public final class Prices {

	private static final Comparator<Offer> BEST_FIRST = Comparator.comparing((Offer offer) -> offer.segment() == null)
		.thenComparing(Offer::priority, Comparator.reverseOrder())
		.thenComparing(Offer::validFrom, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()).reversed())
		.thenComparing(Offer::list)
		.thenComparing(Offer::minQuantity, Comparator.reverseOrder());

	/** No price lists. */
	public static final Prices NONE = new Prices(List.of());

	private final Map<UUID, List<Offer>> byProduct;

	Prices(Collection<Offer> offers) {
		this.byProduct = offers.stream().sorted(BEST_FIRST).collect(Collectors.groupingBy(Offer::product));
	}

	/**
	 * Returns the unit price of a product, or nothing if no price list has one.
	 */
	public Optional<Money> find(UUID product, String currency, BigDecimal quantity, PriceTerms terms) {
		return Objects.requireNonNullElse(this.byProduct.get(product), List.<Offer>of())
			.stream()
			.filter((offer) -> offer.currency().equals(currency) && offer.minQuantity().compareTo(quantity) <= 0)
			.filter((offer) -> offer.appliesTo(terms))
			.findFirst()
			.map((offer) -> Money.of(offer.amount(), currency).normalized());
	}

	/**
	 * A unit price from a quantity on.
	 *
	 * @param list the price list
	 */
	record Offer(UUID product, UUID list, String currency, @Nullable String segment, @Nullable LocalDate validFrom,
			@Nullable LocalDate validTo, int priority, BigDecimal minQuantity, BigDecimal amount) {

		private boolean appliesTo(PriceTerms terms) {
			return (this.segment == null || terms.tags().contains(this.segment))
					&& (this.validFrom == null || !terms.date().isBefore(this.validFrom))
					&& (this.validTo == null || !terms.date().isAfter(this.validTo));
		}

	}

}
