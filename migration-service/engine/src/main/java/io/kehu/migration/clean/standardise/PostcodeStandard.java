package io.kehu.migration.clean.standardise;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Postcodes as their country writes them; zeros that a spreadsheet took from the front
 * come back where the code has digits alone.
 *
 * @param country ISO 3166 code of the country
 */
public record PostcodeStandard(String country) implements Standard {

	private static final Map<String, List<String>> MASKS = Map.ofEntries(
			Map.entry("GB", List.of("A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA")),
			Map.entry("US", List.of("99999", "99999-9999")), Map.entry("CA", List.of("A9A 9A9")),
			Map.entry("NL", List.of("9999 AA")), Map.entry("PL", List.of("99-999")),
			Map.entry("PT", List.of("9999-999")), Map.entry("JP", List.of("999-9999")),
			Map.entry("BR", List.of("99999-999")), Map.entry("SE", List.of("999 99")),
			Map.entry("CZ", List.of("999 99")), Map.entry("SK", List.of("999 99")), Map.entry("GR", List.of("999 99")),
			Map.entry("DE", List.of("99999")), Map.entry("FR", List.of("99999")), Map.entry("ES", List.of("99999")),
			Map.entry("IT", List.of("99999")), Map.entry("FI", List.of("99999")), Map.entry("EE", List.of("99999")),
			Map.entry("HR", List.of("99999")), Map.entry("TR", List.of("99999")), Map.entry("MX", List.of("99999")),
			Map.entry("AT", List.of("9999")), Map.entry("CH", List.of("9999")), Map.entry("BE", List.of("9999")),
			Map.entry("DK", List.of("9999")), Map.entry("NO", List.of("9999")), Map.entry("LU", List.of("9999")),
			Map.entry("HU", List.of("9999")), Map.entry("AU", List.of("9999")), Map.entry("NZ", List.of("9999")),
			Map.entry("ZA", List.of("9999")), Map.entry("IN", List.of("999999")), Map.entry("CN", List.of("999999")),
			Map.entry("RO", List.of("999999")), Map.entry("SG", List.of("999999")));

	public PostcodeStandard {
		if (!MASKS.containsKey(country)) {
			throw new IllegalArgumentException("The postcodes of %s are not known".formatted(country));
		}
	}

	@Override
	public Outcome apply(String value) {
		StringBuilder symbols = new StringBuilder();
		String text = value.toUpperCase(Locale.ROOT).strip();
		String bare = text.startsWith(this.country + "-") ? text.substring(this.country.length() + 1) : text;
		bare.chars().filter(Character::isLetterOrDigit).forEach((symbol) -> symbols.append((char) symbol));
		for (String mask : MASKS.getOrDefault(this.country, List.of())) {
			Outcome fitted = fit(mask, symbols.toString());
			if (fitted.value() != null) {
				return fitted;
			}
		}
		return Outcome.problem("no postcode of %s".formatted(this.country));
	}

	private static Outcome fit(String mask, String symbols) {
		String wanted = mask.replace(" ", "").replace("-", "");
		boolean digits = wanted.chars().allMatch((symbol) -> symbol == '9');
		String padded = (digits && symbols.length() == wanted.length() - 1) ? "0" + symbols : symbols;
		if (padded.length() != wanted.length()) {
			return Outcome.problem("length");
		}
		StringBuilder fitted = new StringBuilder();
		int place = 0;
		for (int i = 0; i < mask.length(); i++) {
			char kind = mask.charAt(i);
			if (kind != 'A' && kind != '9') {
				fitted.append(kind);
				continue;
			}
			char symbol = padded.charAt(place++);
			boolean fits = (kind == 'A') ? symbol >= 'A' && symbol <= 'Z' : symbol >= '0' && symbol <= '9';
			if (!fits) {
				return Outcome.problem("kind");
			}
			fitted.append(symbol);
		}
		return Outcome.of(fitted.toString());
	}

}
