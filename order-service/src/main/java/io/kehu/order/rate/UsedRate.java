package io.kehu.order.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The exchange rate that a conversion has used.
 *
 * @param from the currency of the original amount
 * @param to the currency of the converted amount
 * @param rate units of the second currency for one unit of the first
 * @param day the day of the rate
 * @param source who published the rate
 */
public record UsedRate(String from, String to, BigDecimal rate, LocalDate day, @Nullable String source) {

	/**
	 * Converts an amount, rounded half to even to the decimals of the other currency.
	 */
	public Money convert(BigDecimal amount) {
		return Money.of(amount.multiply(this.rate).setScale(Money.decimals(this.to), RoundingMode.HALF_EVEN), this.to);
	}

}
