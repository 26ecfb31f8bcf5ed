package io.kehu.migration.clean.standardise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Lines of addresses with the words for streets written out, as their language does.
 *
 * @param language of the addresses: {@code en} or {@code de}
 */
public record AddressStandard(String language) implements Standard {

	private static final Map<String, Map<String, String>> WORDS = Map.of("en", english(), "de",
			Map.of("str", "Straße", "pl", "Platz", "weg", "Weg", "allee", "Allee"));

	public AddressStandard {
		if (!WORDS.containsKey(language)) {
			throw new IllegalArgumentException("Addresses in %s are not known".formatted(language));
		}
	}

	private static Map<String, String> english() {
		Map<String, String> words = new HashMap<>(
				Map.of("rd", "Road", "ave", "Avenue", "av", "Avenue", "blvd", "Boulevard", "ln", "Lane", "dr", "Drive",
						"ct", "Court", "sq", "Square", "pl", "Place", "hwy", "Highway"));
		words.putAll(Map.of("st", "Street", "apt", "Apartment", "bldg", "Building", "flr", "Floor", "ste", "Suite",
				"cres", "Crescent", "tce", "Terrace", "pde", "Parade", "gdns", "Gardens"));
		return Map.copyOf(words);
	}

	@Override
	public Outcome apply(String value) {
		Map<String, String> words = WORDS.getOrDefault(this.language, Map.of());
		String text = TextStandard.clean(value).replaceAll(" ?, ?,* ?", ", ");
		StringBuilder address = new StringBuilder();
		String[] parts = text.split(" ", -1);
		for (int i = 0; i < parts.length; i++) {
			address.append((i > 0) ? " " : "").append(written(parts[i], i, words));
		}
		String standard = address.toString().strip();
		return Outcome.of(standard.endsWith(",") ? standard.substring(0, standard.length() - 1) : standard);
	}

	private String written(String part, int place, Map<String, String> words) {
		boolean comma = part.endsWith(",");
		String bare = comma ? part.substring(0, part.length() - 1) : part;
		String plain = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
		String lower = plain.toLowerCase(Locale.ROOT);
		String word = words.get(lower);
		if ("de".equals(this.language) && lower.endsWith("str") && lower.length() > 3) {
			return plain.substring(0, plain.length() - 3) + "straße" + (comma ? "," : "");
		}
		return (word != null && place > 0) ? word + (comma ? "," : "") : part;
	}

}
