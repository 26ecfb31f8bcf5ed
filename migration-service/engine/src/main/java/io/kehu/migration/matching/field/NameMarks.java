package io.kehu.migration.matching.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What titles, suffixes and links say about a person: they tell Mr and Mrs, father and
 * son of one name, or a couple and one of the two apart.
 *
 * @param sex {@code m} or {@code f}, or empty
 * @param generation 1 for the elder one of a name, 2 for the younger one and so on, or 0
 * @param couple whether the name is that of two persons
 */
record NameMarks(String sex, int generation, boolean couple) {

	static final NameMarks NONE = new NameMarks("", 0, false);

	/** What stands between the two names of a couple. */
	private static final Set<String> LINKS = Set.of("and", "und", "och", "og");

	/** Words of titles that have such a link in themselves: "Earl of Mar and Kellie". */
	private static final Set<String> OF_PEERS = Set.of("of", "lord", "earl", "duke", "duchess", "countess", "marquess",
			"marchioness", "prince", "princess", "viscount", "viscountess", "baron", "baroness", "bishop");

	private static final Set<String> MEN = Set.of("mr", "sir", "lord", "herr", "monsieur", "senor", "senhor", "signor",
			"dhr", "meneer");

	private static final Set<String> WOMEN = Set.of("mrs", "ms", "miss", "lady", "dame", "frau", "madame",
			"mademoiselle", "mme", "mlle", "senora", "sra", "srta", "senhora", "signora", "mevr", "mevrouw", "fru");

	private static final Map<String, Integer> GENERATIONS = Map.of("sr", 1, "snr", 1, "senior", 1, "jr", 2, "jnr", 2,
			"junior", 2, "ii", 2, "iii", 3, "iv", 4);

	/** Before a name, this is a Spanish title; behind it, the father. */
	private static final String SR = "sr";

	/**
	 * Reads the marks of a name.
	 * @param text the name
	 * @param words all words of the name
	 */
	static NameMarks of(String text, List<String> words) {
		boolean couple = text.indexOf('&') > 0 || text.indexOf('+') > 0;
		boolean man = false;
		boolean woman = false;
		int generation = 0;
		for (int i = 0; i < words.size(); i++) {
			man |= MEN.contains(words.get(i)) || (i == 0 && words.get(i).equals(SR));
			couple |= i > 0 && i < words.size() - 1 && LINKS.contains(words.get(i))
					&& words.stream().noneMatch(NameMarks::isOfPeer);
			woman |= WOMEN.contains(words.get(i));
			generation = (i > 0) ? GENERATIONS.getOrDefault(words.get(i), generation) : generation;
		}
		return (man == woman && generation == 0 && !couple) ? NONE
				: new NameMarks((man == woman || couple) ? "" : man ? "m" : "f", generation, couple);
	}

	private static boolean isOfPeer(String word) {
		return OF_PEERS.contains(word) || Character.isDigit(word.charAt(0));
	}

	/** Returns whether a text is that of one of several persons of one name. */
	static boolean isSuffix(String text) {
		String plain = text.strip().toLowerCase(Locale.ROOT).replace(".", "");
		return GENERATIONS.containsKey(plain) && !plain.equals(SR);
	}

	/**
	 * Returns these marks with those of another column, which count where these have
	 * none.
	 */
	NameMarks with(NameMarks other) {
		return other.equals(NONE) ? this : new NameMarks(this.sex.isEmpty() ? other.sex : this.sex,
				(this.generation == 0) ? other.generation : this.generation, this.couple || other.couple);
	}

}
