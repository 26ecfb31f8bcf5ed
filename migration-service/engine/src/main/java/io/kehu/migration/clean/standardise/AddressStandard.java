package io.kehu.migration.clean.standardise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines of addresses with the words for streets written out, as their language does:
 * those that stand last, or before a number, a comma, or the word for a flat.
 *
 * @param language of the addresses: {@code en} or {@code de}
 */
public record AddressStandard(String language) implements Standard {

	private static final Map<String, Map<String, String>> WORDS = Map.of("en", english(), "de",
			Map.of("str", "Straße", "pl", "Platz", "weg", "Weg", "allee", "Allee"));

	/** Words before the number of a flat or floor. */
	private static final Set<String> UNITS = Set.of("apt", "bldg", "flr", "ste");

	private static final Set<String> BEFORE_UNIT = Set.of("apt", "apartment", "bldg", "building", "flr", "floor", "ste",
			"suite", "unit", "flat");

	private static final Set<String> DIRECTIONS = Set.of("n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south",
			"east", "west");

	/** The number of a house or flat, which may be a letter. */
	private static final Pattern NUMBER = Pattern.compile("#?\\d.*|#.*|[A-Za-z],?");

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
			address.append((i > 0) ? " " : "").append(written(parts, i, words));
		}
		String standard = address.toString().strip();
		return Outcome.of(standard.endsWith(",") ? standard.substring(0, standard.length() - 1) : standard);
	}

	private String written(String[] parts, int place, Map<String, String> words) {
		String part = parts[place];
		boolean comma = part.endsWith(",");
		String bare = comma ? part.substring(0, part.length() - 1) : part;
		String plain = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
		String lower = plain.toLowerCase(Locale.ROOT);
		boolean ending = "de".equals(this.language) && lower.endsWith("str") && lower.length() > 3;
		String word = ending ? plain.substring(0, plain.length() - 3) + "straße" : words.get(lower);
		if (word == null || (place == 0 && !ending) || !(comma || isLast(parts, place, lower))) {
			return part;
		}
		boolean capitals = Arrays.stream(parts).allMatch((other) -> other.equals(other.toUpperCase(Locale.ROOT)));
		return (capitals ? word.toUpperCase(Locale.ROOT) : word) + (comma ? "," : "");
	}

	/** Whether a word is the last of the name of its street. */
	private static boolean isLast(String[] parts, int place, String lower) {
		if (UNITS.contains(lower)) {
			return place + 1 < parts.length && NUMBER.matcher(parts[place + 1]).matches();
		}
		if (place + 1 == parts.length) {
			return true;
		}
		String next = plain(parts[place + 1]);
		boolean direction = DIRECTIONS.contains(next)
				&& (parts[place + 1].endsWith(",") || isLast(parts, place + 1, next));
		return direction || BEFORE_UNIT.contains(next) || Character.isDigit(next.charAt(0)) || next.charAt(0) == '#';
	}

	private static String plain(String part) {
		String plain = part.replaceFirst("[.,]+$", "").toLowerCase(Locale.ROOT);
		return plain.isEmpty() ? part : plain;
	}

}
