package io.kehu.order.quote;

import java.math.BigDecimal;
import java.util.Map;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of quotes.
 *
 * @param highestDiscounts the highest discount that callers with a role may grant and
 * approve, as a rate, by the name of the role; others may grant that of orders
 */
@Validated
@ConfigurationProperties("kehu.quotes")
record QuoteProperties(
		@DefaultValue @NotNull Map<String, @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal> highestDiscounts) {
}
