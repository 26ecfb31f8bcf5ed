package io.kehu.order.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.kehu.platform.money.Money;

/**
 * The rounding of all amounts of money: half even, to the decimals of the currency. What
 * consists of lines is rounded line by line, and its sums are those of the rounded lines,
 * so that a printed document adds up.
 */
public final class Rounding {

	private Rounding() {
	}

	/** Rounds an amount to the decimals of its currency. */
	public static BigDecimal of(BigDecimal amount, String currency) {
		return amount.setScale(Money.decimals(currency), RoundingMode.HALF_EVEN);
	}

}
