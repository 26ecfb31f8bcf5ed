package io.kehu.migration.profile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * Tells in which country telephone numbers without a country code are good, if that can
 * be told: most of them in one of those countries whose codes stand before others.
 */
final class PhoneRegions {

	/** For numbers with a country code only. */
	static final String UNKNOWN = "ZZ";

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private static final double MOST = 0.5;

	private PhoneRegions() {
	}

	static String of(Collection<String> numbers) {
		List<String> national = numbers.stream().filter((number) -> !isInternational(number)).toList();
		Set<String> named = numbers.stream()
			.filter(PhoneRegions::isInternational)
			.map(PhoneRegions::region)
			.collect(Collectors.toSet());
		named.remove(UNKNOWN);
		long fewest = (long) Math.ceil(MOST * national.size());
		String best = UNKNOWN;
		long most = Math.max(fewest, 1) - 1;
		for (String region : named.stream().sorted().toList()) {
			long good = national.stream().filter((number) -> isGood(number, region)).count();
			if (good > most) {
				best = region;
				most = good;
			}
		}
		return best;
	}

	private static boolean isInternational(String number) {
		return number.strip().startsWith("+");
	}

	private static boolean isGood(String number, String region) {
		try {
			return NUMBERS.isValidNumber(NUMBERS.parse(number, region));
		}
		catch (NumberParseException ex) {
			return false;
		}
	}

	private static String region(String number) {
		try {
			String region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(number, UNKNOWN));
			return (region != null) ? region : UNKNOWN;
		}
		catch (NumberParseException ex) {
			return UNKNOWN;
		}
	}

}
