package io.kehu.migration.clean.standardise;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

import com.google.re2j.Pattern;

/**
 * Countries as codes of two letters (ISO 3166-1), read from codes and from names in
 * several languages.
 */
public record CountryStandard() implements Standard {

	private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl");

	private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+|\\bthe\\b");

	private static final Map<String, String> CODES = codes();

	@Override
	public Outcome apply(String value) {
		String code = CODES.get(folded(value));
		return (code != null) ? Outcome.of(code) : Outcome.problem("no country");
	}

	private static Map<String, String> codes() {
		Map<String, String> codes = new HashMap<>();
		for (String code : Locale.getISOCountries()) {
			Locale country = new Locale.Builder().setRegion(code).build();
			codes.put(folded(code), code);
			try {
				codes.put(folded(country.getISO3Country()), code);
			}
			catch (MissingResourceException ex) {
				continue;
			}
			for (String language : LANGUAGES) {
				codes.putIfAbsent(folded(country.getDisplayCountry(Locale.forLanguageTag(language))), code);
			}
		}
		codes.putAll(Map.ofEntries(Map.entry("uk", "GB"), Map.entry("greatbritain", "GB"), Map.entry("england", "GB"),
				Map.entry("scotland", "GB"), Map.entry("wales", "GB"), Map.entry("northernireland", "GB"),
				Map.entry("eire", "IE"), Map.entry("republicofireland", "IE"), Map.entry("usa", "US"),
				Map.entry("unitedstatesofamerica", "US"), Map.entry("america", "US"), Map.entry("rsa", "ZA"),
				Map.entry("holland", "NL"), Map.entry("uae", "AE"), Map.entry("korea", "KR"),
				Map.entry("southkorea", "KR"), Map.entry("russianfederation", "RU"), Map.entry("czechrepublic", "CZ"),
				Map.entry("turkey", "TR"), Map.entry("macedonia", "MK"), Map.entry("burma", "MM"),
				Map.entry("ivorycoast", "CI"), Map.entry("swaziland", "SZ"), Map.entry("vietnam", "VN"),
				Map.entry("prc", "CN"), Map.entry("peoplesrepublicofchina", "CN"), Map.entry("brd", "DE"),
				Map.entry("hongkong", "HK"), Map.entry("macau", "MO")));
		return Map.copyOf(codes);
	}

	private static String folded(String value) {
		String plain = Normalizer.normalize(value, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		StringBuilder kept = new StringBuilder(plain.length());
		plain.codePoints()
			.filter((symbol) -> Character.getType(symbol) != Character.NON_SPACING_MARK)
			.forEach(kept::appendCodePoint);
		return OTHERS.matcher(kept).replaceAll("");
	}

}
