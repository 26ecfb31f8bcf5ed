package io.kehu.deploy.local.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Converts the names of countries and telephone numbers to their standard forms.
 */
final class Countries {

	private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

	private static final Map<String, String> COLLOQUIAL = Map.of("uk", "GB", "usa", "US");

	private static final Map<String, String> ENGLISH = Arrays.stream(Locale.getISOCountries())
		.collect(Collectors.toMap((code) -> new Locale.Builder().setRegion(code)
			.build()
			.getDisplayCountry(Locale.ENGLISH)
			.toLowerCase(Locale.ROOT), (code) -> code, (left, right) -> left));

	private Countries() {
	}

	/** Returns the ISO 3166-1 code for an English name. */
	static Optional<String> code(@Nullable String name) {
		if (name == null) {
			return Optional.empty();
		}
		String bare = name.strip().toLowerCase(Locale.ROOT);
		return Optional.ofNullable(COLLOQUIAL.getOrDefault(bare, ENGLISH.get(bare)));
	}

	/** Returns the number in E.164 format if it is possible in the country. */
	static Optional<String> phone(@Nullable String number, Optional<String> country) {
		if (number == null || country.isEmpty()) {
			return Optional.empty();
		}
		try {
			PhoneNumber parsed = PHONES.parse(number, country.get());
			return PHONES.isPossibleNumber(parsed)
					? Optional.of(PHONES.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164)) : Optional.empty();
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

}
