package io.kehu.order.quote;

import java.math.BigDecimal;
import java.util.Map;

import io.kehu.order.order.QuotePricing;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Limits the discount that a caller may grant, by its roles.
 */
@Component
@EnableConfigurationProperties(QuoteProperties.class)
class DiscountLimit {

	private final QuotePricing pricing;

	private final Map<String, BigDecimal> byRole;

	DiscountLimit(QuotePricing pricing, QuoteProperties properties) {
		this.pricing = pricing;
		this.byRole = properties.highestDiscounts();
	}

	/**
	 * Returns the highest discount of a line of a quote.
	 * @throws ProblemException 403 if it is higher than the caller may grant
	 */
	BigDecimal check(Quote quote) {
		BigDecimal discount = this.pricing.highestDiscount(quote.quoted());
		BigDecimal limit = Callers.current()
			.roles()
			.stream()
			.map((role) -> this.byRole.getOrDefault(role, BigDecimal.ZERO))
			.reduce(this.pricing.grantable(), BigDecimal::max);
		if (discount.compareTo(limit) > 0) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "discount-limit",
					"A line has a discount of %s; you may grant %s. Submit the quote for approval.".formatted(
							discount.stripTrailingZeros().toPlainString(), limit.stripTrailingZeros().toPlainString()));
		}
		return discount;
	}

}
