package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.matching.text.EditDistance;
import io.kehu.migration.matching.text.Letters;

/**
 * The words of all names of organisations, and how much each of them tells: the fewer
 * names hold it, the more, but what says only what or where an organisation is tells
 * little.
 */
final class OrganisationTerms {

	/**
	 * As many names of other organisations are taken to exist, with words of their own.
	 */
	private static final double BACKGROUND = 2_000;

	private static final double BITS_OF_FILLER = 1;

	private static final double BITS_OF_SECTOR = 4;

	private static final double BITS_OF_PLACE = 5;

	private static final double BITS_OF_CHARACTER = 3;

	private static final int SHORTEST_MISTYPED = 4;

	private static final int SHORTEST_CUT = 3;

	private static final int LONG = 8;

	/** A word that so many names hold was not mistyped. */
	private static final int ESTABLISHED = 3;

	private final Map<String, Integer> codes = new HashMap<>();

	private final List<String> texts = new ArrayList<>();

	private final int[][] names;

	private final int[] holders;

	private final Kind[] kinds;

	private final double[] bits;

	private final long[] letters;

	/**
	 * Counts words.
	 * @param names the words of each distinct name
	 * @param places words of the places at which the organisations are
	 */
	OrganisationTerms(List<List<String>> names, Set<String> places) {
		this.names = new int[names.size()][];
		for (int name = 0; name < this.names.length; name++) {
			this.names[name] = names.get(name).stream().mapToInt(this::encode).toArray();
		}
		int size = this.texts.size();
		this.holders = new int[size];
		for (int[] words : this.names) {
			Arrays.stream(words).distinct().forEach((word) -> this.holders[word]++);
		}
		this.kinds = new Kind[size];
		this.bits = new double[size];
		this.letters = new long[size];
		for (int word = 0; word < size; word++) {
			String text = this.texts.get(word);
			Kind kind = Kind.of(text, places);
			boolean mistyped = kind == Kind.TELLING && this.holders[word] == 1
					&& OrganisationWords.isMistypedFiller(text);
			this.kinds[word] = mistyped ? Kind.FILLER : kind;
			this.letters[word] = Letters.of(text);
			double rarity = Math.log((this.names.length + BACKGROUND) / (this.holders[word] + 1.0)) / Math.log(2);
			this.bits[word] = Math.min(rarity, most(this.kinds[word], text));
		}
	}

	private static double most(Kind kind, String text) {
		return switch (kind) {
			case FILLER -> BITS_OF_FILLER;
			case PLACE -> BITS_OF_PLACE;
			case SECTOR -> BITS_OF_SECTOR;
			case TELLING ->
				BITS_OF_CHARACTER * text.codePointCount(0, text.length()) * ((text.charAt(0) > '\u2E80') ? 2 : 1);
		};
	}

	private int encode(String word) {
		Integer known = this.codes.putIfAbsent(word, this.texts.size());
		if (known == null) {
			this.texts.add(word);
			return this.texts.size() - 1;
		}
		return known;
	}

	/** Returns the words of a name. */
	int[] words(int name) {
		return this.names[name];
	}

	/** Returns how many words there are. */
	int size() {
		return this.texts.size();
	}

	String text(int word) {
		return this.texts.get(word);
	}

	Kind kind(int word) {
		return this.kinds[word];
	}

	/** Returns how many names hold a word. */
	int holders(int word) {
		return this.holders[word];
	}

	/** Returns how much it tells that two names have a word in common, in bits. */
	double bits(int word) {
		return this.bits[word];
	}

	/** Returns whether one of two words may be the other mistyped or cut. */
	boolean isAlike(int left, int right) {
		String one = this.texts.get(left);
		String other = this.texts.get(right);
		int shorter = Math.min(one.length(), other.length());
		if (shorter >= SHORTEST_CUT
				&& ((isCut(one, right) && other.startsWith(one)) || (isCut(other, left) && one.startsWith(other)))) {
			return true;
		}
		if (shorter >= SHORTEST_CUT && (isWithForm(one, other) || isWithForm(other, one))) {
			return true;
		}
		if (shorter < SHORTEST_MISTYPED || Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))
				|| Math.min(this.holders[left], this.holders[right]) >= ESTABLISHED) {
			return false;
		}
		int edits = (shorter >= LONG) ? 2 : 1;
		return Letters.mayBeWithin(this.letters[left], this.letters[right], edits)
				&& EditDistance.within(one, other, edits) <= edits;
	}

	/** Returns whether a text is a word with a legal form at its end. */
	private static boolean isWithForm(String text, String word) {
		return text.length() > word.length() + 1 && text.startsWith(word)
				&& OrganisationWords.isPlainForm(text.substring(word.length()));
	}

	/**
	 * Returns whether a word that is not known by itself may be a known one cut short.
	 */
	private boolean isCut(String text, int whole) {
		Kind kind = this.kinds[whole];
		return (kind == Kind.SECTOR || kind == Kind.FILLER) && !OrganisationWords.isSector(text)
				&& text.length() < this.texts.get(whole).length();
	}

	/**
	 * What a word says.
	 */
	enum Kind {

		/** Nothing: it comes and goes. */
		FILLER,

		/** Where the organisation is. */
		PLACE,

		/** What it does. */
		SECTOR,

		/** Which one it is. */
		TELLING;

		static Kind of(String word, Set<String> places) {
			if (OrganisationWords.isFiller(word)) {
				return FILLER;
			}
			if (OrganisationWords.isLand(word) || places.contains(word)) {
				return PLACE;
			}
			return OrganisationWords.isSector(word) ? SECTOR : TELLING;
		}

	}

}
