package io.kehu.order.order;

import java.math.BigDecimal;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of orders.
 *
 * @param highestDiscount the highest discount that callers without {@code order:price}
 * may grant, as a rate
 */
@Validated
@ConfigurationProperties("kehu.orders")
record OrderProperties(@DefaultValue("0.2") @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal highestDiscount) {
}
