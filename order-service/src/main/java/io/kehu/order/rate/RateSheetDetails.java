package io.kehu.order.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import io.kehu.platform.json.PlainNumbers;
import io.kehu.platform.json.Texts;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.InvalidFieldException;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of the exchange rates of a day.
 *
 * @param day the day from which on the rates apply, unique
 * @param base the currency, by its ISO 4217 code, in which the rates are expressed
 * @param rates by currency, how many units of it one unit of the base buys
 * @param source who published the rates
 */
record RateSheetDetails(@NotNull LocalDate day, @NotBlank String base,
		@NotEmpty @Size(max = 200) Map<@NotNull String, @NotNull BigDecimal> rates,
		@Nullable @Size(max = 100) String source) {

	private static final int MOST_DIGITS = 12;

	RateSheetDetails {
		rates = (rates != null) ? plain(rates) : null;
		source = Texts.orNull(source);
	}

	private static Map<String, BigDecimal> plain(Map<String, BigDecimal> rates) {
		Map<String, BigDecimal> plain = new TreeMap<>();
		rates.forEach((currency, rate) -> plain.put(currency, (rate != null) ? PlainNumbers.plain(rate) : null));
		return plain;
	}

	/**
	 * Checks the currencies and the rates.
	 * @throws ProblemException 400 if a currency is unknown, or a rate is not positive or
	 * has too many digits
	 */
	void check() {
		checkCurrency("/base", this.base);
		this.rates.forEach((currency, rate) -> {
			String pointer = "/rates/" + currency;
			checkCurrency(pointer, currency);
			if (currency.equals(this.base)) {
				throw ProblemException.invalid(pointer, "invalid_value", "must not be the base");
			}
			if (rate.signum() <= 0 || rate.scale() > MOST_DIGITS || rate.precision() - rate.scale() > MOST_DIGITS) {
				throw ProblemException.invalid(pointer, "out_of_range",
						"must be positive, with at most %d digits before and after the point".formatted(MOST_DIGITS));
			}
		});
	}

	private static void checkCurrency(String pointer, String code) {
		try {
			new Money("0", code);
		}
		catch (InvalidFieldException ex) {
			throw ProblemException.invalid(pointer, "invalid_value", "must be a current ISO 4217 code, such as EUR");
		}
	}

}
