package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The right to sell at other prices than those of the catalogue. Without it, the discount
 * is limited. What is on an order already remains: a price together with its discount,
 * for at most the same quantity.
 */
@Component
@EnableConfigurationProperties(OrderProperties.class)
class PriceRights {

	private static final String PERMISSION = "order:price";

	private final BigDecimal highestDiscount;

	PriceRights(OrderProperties properties) {
		this.highestDiscount = properties.highestDiscount();
	}

	/** Returns the highest discount that the caller may grant, as a rate. */
	BigDecimal highestDiscount() {
		return Callers.current().may(PERMISSION) ? BigDecimal.ONE : this.highestDiscount;
	}

	/** Returns the rule for a new order. */
	PriceRule ofNew() {
		return Callers.current().may(PERMISSION) ? PriceRule.ANY : limited(List.of(), "");
	}

	/** Returns the rule for a change to an order. */
	PriceRule of(PricedLines present) {
		return Callers.current().may(PERMISSION) ? PriceRule.ANY : limited(present.lines(), present.currency());
	}

	private PriceRule limited(List<OrderLine> present, String currency) {
		List<Granted> granted = present.stream()
			.sorted(Comparator.comparing(OrderLine::discount))
			.map((line) -> new Granted(line, Money.of(line.unitPrice(), currency)))
			.toList();
		return (line, product, pointer) -> {
			Money price = (line.unitPrice() != null) ? line.unitPrice() : product.price();
			boolean agreed = !same(price, product.price());
			if (!agreed && line.discount().compareTo(this.highestDiscount) <= 0) {
				return;
			}
			List<Granted> terms = granted.stream()
				.filter((one) -> one.covers(product.id(), price, line.discount()))
				.toList();
			if (terms.isEmpty()) {
				throw agreed ? refused(pointer + "/unitPrice", "differs from the price of the catalogue")
						: refused(pointer + "/discount", "is higher than " + this.highestDiscount.toPlainString());
			}
			BigDecimal rest = line.quantity();
			for (Granted one : terms) {
				rest = one.take(rest);
			}
			if (rest.signum() > 0) {
				throw refused(pointer + "/quantity", "is higher than on the order so far at this price and discount");
			}
		};
	}

	private static boolean same(Money one, Money other) {
		return one.currency().equals(other.currency()) && one.decimal().compareTo(other.decimal()) == 0;
	}

	private static ProblemException refused(String pointer, String what) {
		return ProblemException.of(HttpStatus.FORBIDDEN, "forbidden",
				"%s %s, which needs the permission %s.".formatted(pointer, what, PERMISSION));
	}

	/**
	 * A line of the order that may remain. The smallest sufficient discount is used
	 * first, which leaves the higher ones to other lines.
	 */
	private static final class Granted {

		private final OrderLine line;

		private final Money price;

		private BigDecimal rest;

		Granted(OrderLine line, Money price) {
			this.line = line;
			this.price = price;
			this.rest = line.quantity();
		}

		boolean covers(UUID product, Money otherPrice, BigDecimal discount) {
			return this.line.productId().equals(product) && same(otherPrice, this.price)
					&& discount.compareTo(this.line.discount()) <= 0;
		}

		/** Uses up what is left, and returns how much is missing. */
		BigDecimal take(BigDecimal quantity) {
			BigDecimal taken = quantity.min(this.rest);
			this.rest = this.rest.subtract(taken);
			return quantity.subtract(taken);
		}

	}

}
