package io.kehu.order.order;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Writes equal numbers alike.
 */
final class Decimals {

	/**
	 * More digits than any valid number has; a longer one is left for validation to
	 * refuse.
	 */
	private static final int MOST_DIGITS = 40;

	private Decimals() {
	}

	/**
	 * Returns the number without zeros that say nothing.
	 */
	static BigDecimal plain(BigDecimal number) {
		if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
			return number;
		}
		BigDecimal bare = number.stripTrailingZeros();
		return (bare.scale() < 0) ? bare.setScale(0) : bare;
	}

	static BigDecimal plainOr(@Nullable BigDecimal number, BigDecimal otherwise) {
		return plain((number != null) ? number : otherwise);
	}

}
