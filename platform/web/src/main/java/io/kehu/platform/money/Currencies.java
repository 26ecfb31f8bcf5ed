package io.kehu.platform.money;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The current ISO 4217 currencies with minor units. {@link Currency} additionally
 * contains withdrawn currencies, such as DEM.
 */
final class Currencies {

	/** Units of account that are not the currency of any country. */
	private static final Set<String> UNITS_OF_ACCOUNT = Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI",
			"UYW");

	private static final Set<String> CURRENT = Stream
		.concat(Arrays.stream(Locale.getISOCountries())
			.map((country) -> Currency.getInstance(new Locale.Builder().setRegion(country).build()))
			.filter(Objects::nonNull)
			.map(Currency::getCurrencyCode), UNITS_OF_ACCOUNT.stream())
		.collect(Collectors.toUnmodifiableSet());

	private Currencies() {
	}

	static boolean isCurrent(String code) {
		return CURRENT.contains(code);
	}

}
