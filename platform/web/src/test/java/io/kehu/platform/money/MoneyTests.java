package io.kehu.platform.money;

import java.math.BigDecimal;
import java.util.List;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MoneyTests {

	@ParameterizedTest
	@ValueSource(strings = { "EUR", "USD", "CNY", "JPY", "GBP", "CHF", "TRY", "BHD", "CLF", "XOF" })
	void isInACurrentCurrency(String currency) {
		assertThat(new Money("1", currency).currency()).isEqualTo(currency);
	}

	@ParameterizedTest
	@ValueSource(strings = { "eur", "Eur", "DEM", "ITL", "ZWD", "EURO", "XXX", "XTS", "XAU", "ABC", "", " EUR" })
	void isInNoOtherCurrency(String currency) {
		assertThat(refused("{\"price\": {\"amount\": \"1\", \"currency\": \"%s\"}}".formatted(currency)))
			.isEqualTo("/price/currency invalid_value must be a current ISO 4217 code, such as EUR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,5", "1e3", "", " 1", ".5", "5.", "1.23456", "1234567890123456", "NaN", "+1" })
	void isADecimalNumber(String amount) {
		assertThat(refused("{\"price\": {\"amount\": \"%s\", \"currency\": \"EUR\"}}".formatted(amount)))
			.startsWith("/price/amount invalid_value must be a decimal number");
	}

	@Test
	void hasBothParts() {
		assertThat(refused("{\"price\": {\"currency\": \"EUR\"}}")).startsWith("/price/amount");
		assertThat(refused("{\"price\": {\"amount\": \"1\"}}")).startsWith("/price/currency");
	}

	private static String refused(String json) {
		try {
			return "accepted " + JsonMapper.shared().readValue(json, Priced.class);
		}
		catch (JacksonException ex) {
			FieldError error = FieldErrors.of(ex);
			return error.pointer() + " " + error.code() + " " + error.message();
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, EUR, 1.00", "1.5000, EUR, 1.50", "1.0150, EUR, 1.015", "-0.5, EUR, -0.50", "12.0, JPY, 12",
			"1.5, BHD, 1.500", "1.2345, CLF, 1.2345" })
	void isNormalisedToTheDecimalsOfItsCurrency(String amount, String currency, String normalised) {
		assertThat(new Money(amount, currency).normalized()).isEqualTo(new Money(normalised, currency));
	}

	@Test
	void isMadeOfANumber() {
		assertThat(Money.of(new BigDecimal("1E+2"), "EUR").amount()).isEqualTo("100");
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> Money.of(new BigDecimal("0.00001"), "EUR"));
	}

	@ParameterizedTest
	@CsvSource({ "0, EUR, ", "9.90, EUR, ", "9.9000, EUR, ", "9.905, EUR, at most 2 decimals", "12, JPY, ",
			"12.50, JPY, at most 0 decimals", "1.505, BHD, ", "-5.00, EUR, must not be negative" })
	void isAPriceUnlessNegativeOrFinerThanItsCurrency(String amount, String currency, String message) {
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			List<String> errors = FieldErrors
				.of(factory.getValidator().validate(new Priced(new Money(amount, currency))))
				.stream()
				.map((error) -> error.pointer() + " " + error.code() + " " + error.message())
				.toList();
			if (message == null) {
				assertThat(errors).isEmpty();
			}
			else {
				assertThat(errors).singleElement()
					.asString()
					.startsWith("/price/amount out_of_range")
					.contains(message);
			}
		}
	}

	record Priced(@Price Money price) {
	}

}
