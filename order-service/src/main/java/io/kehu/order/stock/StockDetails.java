package io.kehu.order.stock;

import java.math.BigDecimal;
import java.util.UUID;

import io.kehu.order.amount.Decimals;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

/**
 * The client-writable fields of a stock level: the body of a create or a bulk line, and
 * the target of a merge patch.
 *
 * @param productId the product, which never changes; a product without a stock level can
 * be ordered in any quantity
 * @param onHand the quantity in the warehouse
 */
record StockDetails(@NotNull UUID productId,
		@NotNull @DecimalMin("0") @Digits(integer = 15, fraction = 4) BigDecimal onHand) {

	StockDetails {
		onHand = (onHand != null) ? Decimals.plain(onHand) : null;
	}

}
