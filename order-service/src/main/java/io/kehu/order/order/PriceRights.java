package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.List;

import io.kehu.order.product.CatalogProduct;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The right to sell at other prices than those of the catalogue. Without it, the discount
 * is limited, and what is on an order already remains.
 */
@Component
@EnableConfigurationProperties(OrderProperties.class)
class PriceRights {

	private static final String PERMISSION = "order:price";

	private final BigDecimal highestDiscount;

	PriceRights(OrderProperties properties) {
		this.highestDiscount = properties.highestDiscount();
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
		return (line, product, pointer) -> {
			Money price = line.unitPrice();
			if (price != null && !same(price, product.price())
					&& present.stream().noneMatch((one) -> isOf(one, product) && same(price, one, currency))) {
				throw refused(pointer + "/unitPrice", "differs from the price of the catalogue");
			}
			if (line.discount().compareTo(this.highestDiscount) > 0 && present.stream()
				.noneMatch((one) -> isOf(one, product) && one.discount().compareTo(line.discount()) >= 0)) {
				throw refused(pointer + "/discount", "is higher than " + this.highestDiscount.toPlainString());
			}
		};
	}

	private static boolean isOf(OrderLine line, CatalogProduct product) {
		return line.productId().equals(product.id());
	}

	private static boolean same(Money price, OrderLine line, String currency) {
		return same(price, Money.of(line.unitPrice(), currency));
	}

	private static boolean same(Money one, Money other) {
		return one.currency().equals(other.currency()) && one.decimal().compareTo(other.decimal()) == 0;
	}

	private static ProblemException refused(String pointer, String what) {
		return ProblemException.of(HttpStatus.FORBIDDEN, "forbidden",
				"%s %s, which needs the permission %s.".formatted(pointer, what, PERMISSION));
	}

}
