package io.kehu.migration.clean.standardise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Postcodes as their country writes them; zeros that a spreadsheet took from the front
 * come back where the code has digits alone and nothing else is missing.
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

	/** How many zeros postcodes may begin with, which spreadsheets take away. */
	private static final Map<String, Integer> LEADING_ZEROS = Map.ofEntries(Map.entry("DE", 1), Map.entry("FR", 1),
			Map.entry("ES", 1), Map.entry("TR", 1), Map.entry("MX", 1), Map.entry("BR", 1), Map.entry("RO", 1),
			Map.entry("CN", 1), Map.entry("SK", 1), Map.entry("SG", 1), Map.entry("AU", 1), Map.entry("NO", 1),
			Map.entry("IT", 2), Map.entry("US", 2), Map.entry("FI", 2), Map.entry("JP", 2), Map.entry("PL", 2),
			Map.entry("NZ", 1), Map.entry("ZA", 3));

	/** Letters that were written before postcodes of a country, and still are. */
	private static final Map<String, String> OLD_PREFIXES = Map.of("DE", "D", "AT", "A", "FR", "F", "BE", "B", "IT",
			"I", "ES", "E", "LU", "L", "SE", "S", "NO", "N", "FI", "FIN");

	private static final Pattern WRITTEN = Pattern.compile("[A-Z0-9]+(?:[ -]{1,3}[A-Z0-9]+)*");

	/** A whole number as spreadsheets write it. */
	private static final Pattern WHOLE = Pattern.compile("^(\\d+)[.,]0+$");

	public PostcodeStandard {
		if (!MASKS.containsKey(country)) {
			throw new IllegalArgumentException("The postcodes of %s are not known".formatted(country));
		}
	}

	@Override
	public Outcome apply(String value) {
		String text = TextStandard.clean(value).toUpperCase(Locale.ROOT);
		String whole = WHOLE.matcher(text).replaceFirst("$1");
		String bare = whole;
		for (String prefix : List.of(this.country, OLD_PREFIXES.getOrDefault(this.country, this.country))) {
			bare = bare.startsWith(prefix + "-") ? bare.substring(prefix.length() + 1) : bare;
		}
		if (WRITTEN.matcher(bare).matches()) {
			for (String mask : MASKS.getOrDefault(this.country, List.of())) {
				Outcome fitted = fit(mask, bare);
				if (fitted.value() != null) {
					return fitted;
				}
			}
		}
		return Outcome.problem("no postcode of %s".formatted(this.country));
	}

	/**
	 * Whether a code is divided where its country divides it, so that nothing but the
	 * beginning of its first part can be missing.
	 */
	private static boolean isDivided(String mask, String text) {
		String[] parts = text.split("[ -]+", -1);
		String[] wanted = mask.split("[ -]", -1);
		if (parts.length != wanted.length) {
			return false;
		}
		for (int i = 1; i < parts.length; i++) {
			if (parts[i].length() != wanted[i].length()) {
				return false;
			}
		}
		return true;
	}

	private Outcome fit(String mask, String text) {
		String symbols = text.replaceAll("[ -]", "");
		String wanted = mask.replace(" ", "").replace("-", "");
		int zeros = LEADING_ZEROS.getOrDefault(this.country, 0);
		int lacking = wanted.length() - symbols.length();
		boolean digits = wanted.chars().allMatch((symbol) -> symbol == '9');
		boolean divided = isDivided(mask, text);
		boolean filled = digits && lacking > 0 && lacking <= zeros && (divided || symbols.equals(text));
		String padded = filled ? "0".repeat(lacking) + symbols : symbols;
		if (padded.length() != wanted.length() || (text.indexOf('-') >= 0 && !divided)) {
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
