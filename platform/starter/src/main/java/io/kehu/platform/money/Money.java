package io.kehu.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An amount of one currency; in JSON the amount is a string, so that no reader makes a
 * binary fraction of it.
 *
 * @param amount the amount, with as many decimals as were given
 * @param currency the ISO 4217 code
 */
public record Money(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {

	private static final int MAXIMUM_PRECISION = 19;

	private static final int MAXIMUM_SCALE = 4;

	/**
	 * Checks both parts.
	 * @throws IllegalArgumentException when the amount is no decimal number of at most 19
	 * digits, 4 of them decimals, or the currency is no ISO 4217 code
	 */
	@JsonCreator
	public Money {
		if (amount == null || currency == null) {
			throw new IllegalArgumentException("money needs an amount and a currency");
		}
		if (!amount.matches("-?\\d{1,15}(\\.\\d{1,4})?")) {
			throw new IllegalArgumentException("the amount is no decimal number with up to 4 decimals");
		}
		Currency.getInstance(currency);
	}

	/**
	 * Returns money of this amount.
	 * @throws IllegalArgumentException when the amount has more than 19 digits or 4
	 * decimals
	 */
	public static Money of(BigDecimal amount, String currency) {
		BigDecimal plain = (amount.scale() < 0) ? amount.setScale(0, RoundingMode.UNNECESSARY) : amount;
		if (plain.precision() > MAXIMUM_PRECISION || plain.scale() > MAXIMUM_SCALE) {
			throw new IllegalArgumentException("the amount has too many digits");
		}
		return new Money(plain.toPlainString(), currency);
	}

	/**
	 * Returns the amount as a number.
	 */
	public BigDecimal decimal() {
		return new BigDecimal(this.amount);
	}

	/**
	 * Returns the same money written in one way: with the currency's decimals, and with
	 * more only where they say something.
	 */
	public Money normalized() {
		BigDecimal bare = decimal().stripTrailingZeros();
		int scale = Math.max(bare.scale(), decimals(this.currency));
		return of(bare.setScale(Math.min(scale, MAXIMUM_SCALE), RoundingMode.UNNECESSARY), this.currency);
	}

	/**
	 * Returns how many decimals amounts of a currency have, at most 4.
	 */
	public static int decimals(String currency) {
		return Math.min(Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0), MAXIMUM_SCALE);
	}

}
