package io.kehu.order.stock;

import java.math.BigDecimal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

/**
 * The request to change the quantity on hand by a difference.
 *
 * @param quantity what has arrived, or, if negative, what is lost
 */
record StockAdjustment(@NotNull @Digits(integer = 15, fraction = 4) BigDecimal quantity) {
}
