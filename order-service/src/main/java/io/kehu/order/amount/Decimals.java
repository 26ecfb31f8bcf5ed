package io.kehu.order.amount;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Normalises decimal numbers.
 */
public final class Decimals {

	/**
	 * More digits than any valid number has; longer ones are left for validation to
	 * reject.
	 */
	private static final int MOST_DIGITS = 40;

	private Decimals() {
	}

	/**
	 * Returns the number without trailing zeros.
	 */
	public static BigDecimal plain(BigDecimal number) {
		if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
			return number;
		}
		BigDecimal bare = number.stripTrailingZeros();
		return (bare.scale() < 0) ? bare.setScale(0) : bare;
	}

	/**
	 * Returns the number without trailing zeros, or the default for null.
	 */
	public static BigDecimal plainOr(@Nullable BigDecimal number, BigDecimal otherwise) {
		return plain((number != null) ? number : otherwise);
	}

}
