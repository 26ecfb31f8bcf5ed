package io.kehu.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kehu.platform.problem.InvalidFieldException;

/**
 * An amount in a currency. In JSON the amount is a string, so that clients do not round
 * it to a binary fraction.
 *
 * @param amount the amount, with the decimals given, at most 4
 * @param currency the ISO 4217 code
 */
public record Money(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {

	private static final int MAXIMUM_PRECISION = 19;

	private static final int MAXIMUM_SCALE = 4;

	/**
	 * Creates an amount of money.
	 * @throws InvalidFieldException if the amount is not a decimal number with at most 15
	 * digits and 4 decimals, or if the currency is not a current ISO 4217 code
	 */
	@JsonCreator
	public Money {
		if (amount == null || !amount.matches("-?\\d{1,15}(\\.\\d{1,4})?")) {
			throw new InvalidFieldException("amount",
					"must be a decimal number with at most 15 digits and 4 decimals, such as \"12.30\"");
		}
		if (currency == null || !Currencies.isCurrent(currency)) {
			throw new InvalidFieldException("currency", "must be a current ISO 4217 code, such as EUR");
		}
	}

	/**
	 * Returns the given amount in the given currency.
	 * @throws IllegalArgumentException if the amount has more than 19 digits or more than
	 * 4 decimals
	 */
	public static Money of(BigDecimal amount, String currency) {
		BigDecimal plain = (amount.scale() < 0) ? amount.setScale(0, RoundingMode.UNNECESSARY) : amount;
		if (plain.precision() > MAXIMUM_PRECISION || plain.scale() > MAXIMUM_SCALE) {
			throw new IllegalArgumentException("the amount has too many digits");
		}
		return new Money(plain.toPlainString(), currency);
	}

	/**
	 * Returns the amount as a {@link BigDecimal}.
	 */
	public BigDecimal decimal() {
		return new BigDecimal(this.amount);
	}

	/**
	 * Returns the canonical form: the number of decimals of the currency, or more if the
	 * additional decimals are not zero.
	 */
	public Money normalized() {
		BigDecimal bare = decimal().stripTrailingZeros();
		int scale = Math.max(bare.scale(), decimals(this.currency));
		return of(bare.setScale(Math.min(scale, MAXIMUM_SCALE), RoundingMode.UNNECESSARY), this.currency);
	}

	/**
	 * Returns the number of decimals of the currency, at most 4.
	 */
	public static int decimals(String currency) {
		return Math.min(Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0), MAXIMUM_SCALE);
	}

}
