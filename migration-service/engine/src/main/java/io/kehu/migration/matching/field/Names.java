package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.text.EditDistance;
import io.kehu.migration.matching.text.JaroWinkler;
import io.kehu.migration.matching.text.Letters;
import io.kehu.migration.matching.text.Phonetics;
import org.jspecify.annotations.Nullable;

/**
 * The distinct names of all records with their words, shared by the comparisons of given,
 * middle and family name.
 */
public final class Names {

	private static final double MISTYPED = 0.92;

	private static final double SIMILAR = 0.82;

	private final Map<PersonName, Integer> codesByName = new HashMap<>();

	private final Map<String, Integer> codesByWord = new HashMap<>();

	private final List<PersonName> names = new ArrayList<>();

	private final List<int[]> wordCodes = new ArrayList<>();

	private final List<String> words = new ArrayList<>();

	private final List<Integer> sounds = new ArrayList<>();

	private final List<Long> letters = new ArrayList<>();

	private final List<int[]> longForms = new ArrayList<>();

	private final List<Integer> recordsByGiven = new ArrayList<>();

	private final List<Integer> recordsByFamily = new ArrayList<>();

	private final Map<String, Integer> codesBySound = new HashMap<>();

	private final Phonetics phonetics = new Phonetics();

	private int[] codes;

	/**
	 * Creates room for the names of some records, all missing yet.
	 * @param rows number of records
	 */
	Names(int rows) {
		this.codes = new int[rows];
		Arrays.fill(this.codes, FieldComparison.MISSING);
	}

	/** Keeps the names of some records only, and returns this. */
	Names at(int[] rows) {
		this.codes = Arrays.stream(rows).map((row) -> this.codes[row]).toArray();
		return this;
	}

	void put(int row, @Nullable PersonName name) {
		if (name != null) {
			int code = encode(name);
			this.codes[row] = code;
			count(this.recordsByGiven, given(code));
			count(this.recordsByFamily, family(code));
		}
	}

	private static void count(List<Integer> records, int word) {
		if (word >= 0) {
			while (records.size() <= word) {
				records.add(0);
			}
			records.set(word, records.get(word) + 1);
		}
	}

	/** Returns how many records have a word as their given or their family name. */
	int records(int word, boolean given) {
		List<Integer> records = given ? this.recordsByGiven : this.recordsByFamily;
		return (word < records.size()) ? records.get(word) : 0;
	}

	private int encode(PersonName name) {
		Integer known = this.codesByName.putIfAbsent(name, this.names.size());
		if (known != null) {
			return known;
		}
		this.names.add(name);
		this.wordCodes.add(name.words().stream().mapToInt(this::encodeWord).toArray());
		return this.names.size() - 1;
	}

	private int encodeWord(String word) {
		Integer known = this.codesByWord.putIfAbsent(word, this.words.size());
		if (known != null) {
			return known;
		}
		this.words.add(word);
		this.letters.add(Letters.of(word));
		this.longForms.add(Nicknames.of(word));
		this.sounds
			.add(this.codesBySound.computeIfAbsent(this.phonetics.sound(word), (key) -> this.codesBySound.size()));
		return this.words.size() - 1;
	}

	int[] codes() {
		return this.codes;
	}

	int distinct() {
		return this.names.size();
	}

	int distinctWords() {
		return this.words.size();
	}

	PersonName name(int code) {
		return this.names.get(code);
	}

	/** Returns the words of a name, as codes. */
	public int[] words(int code) {
		return this.wordCodes.get(code);
	}

	/** Returns the name of a record, or {@link FieldComparison#MISSING}. */
	public int code(int row) {
		return this.codes[row];
	}

	/**
	 * Returns the given name of a name as a word's code, or
	 * {@link FieldComparison#MISSING}.
	 */
	public int given(int code) {
		int index = this.names.get(code).given();
		return (index < 0) ? FieldComparison.MISSING : this.wordCodes.get(code)[index];
	}

	/**
	 * Returns the family name of a name as a word's code, or
	 * {@link FieldComparison#MISSING}.
	 */
	public int family(int code) {
		int index = this.names.get(code).family();
		return (index < 0) ? FieldComparison.MISSING : this.wordCodes.get(code)[index];
	}

	/**
	 * Returns whether a name is given in full: with first and last name, or as one word
	 * of several Chinese characters.
	 */
	boolean isComplete(int code) {
		PersonName name = this.names.get(code);
		String first = name.words().get(0);
		return (name.given() >= 0 && name.family() >= 0)
				|| (first.length() > 1 && Character.isIdeographic(first.codePointAt(0)));
	}

	/** Returns a word's text. */
	public String word(int word) {
		return this.words.get(word);
	}

	/** Returns a number for a word's sound. */
	public int sound(int word) {
		return this.sounds.get(word);
	}

	boolean has(int code, int word) {
		for (int other : this.wordCodes.get(code)) {
			if (other == word) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Returns how alike two words are: 0 equal, 1 mistyped, 2 initial, 3 alike in sound
	 * or beginning, 4 not alike.
	 */
	int likeness(int left, int right) {
		if (left == right) {
			return 0;
		}
		String one = this.words.get(left);
		String other = this.words.get(right);
		int shorter = Math.min(one.length(), other.length());
		if (shorter == 1) {
			return (one.charAt(0) == other.charAt(0)) ? 2 : 4;
		}
		long oneLetters = this.letters.get(left);
		long otherLetters = this.letters.get(right);
		int bound = (shorter > 7) ? 2 : 1;
		if (shorter > 2 && Letters.mayBeWithin(oneLetters, otherLetters, bound)
				&& EditDistance.within(one, other, bound) <= bound) {
			return 1;
		}
		double similarity = Letters.mayBeSimilar(one, oneLetters, other, otherLetters, SIMILAR)
				? JaroWinkler.similarity(one, other) : 0;
		if (similarity >= MISTYPED) {
			return 1;
		}
		boolean starts = shorter > 2 && (one.startsWith(other) || other.startsWith(one));
		return (starts || similarity >= SIMILAR || this.sounds.get(left).equals(this.sounds.get(right))) ? 3 : 4;
	}

	/**
	 * Returns whether one word is a short form of the other, or both of the same name.
	 */
	boolean isShortForm(int left, int right) {
		return Nicknames.meet(this.longForms.get(left), this.longForms.get(right));
	}

	/** Returns whether a hyphenated word holds the other as a part. */
	boolean isPart(int left, int right) {
		return contains(this.words.get(left), this.words.get(right))
				|| contains(this.words.get(right), this.words.get(left));
	}

	/**
	 * Returns whether a name of one word is another's words written as one, perhaps
	 * mistyped.
	 */
	boolean isJoined(int single, int code) {
		List<String> parts = this.names.get(code).words();
		String word = this.names.get(single).words().get(0);
		if (parts.size() < 2 || word.length() < 7) {
			return false;
		}
		String joined = String.join("", parts);
		return Math.abs(joined.length() - word.length()) <= 1 && EditDistance.within(word, joined, 1) <= 1;
	}

	private static boolean contains(String compound, String part) {
		if (compound.indexOf('-') < 0) {
			return false;
		}
		int at = compound.indexOf(part);
		if (at < 0) {
			return false;
		}
		int end = at + part.length();
		return (at == 0 || compound.charAt(at - 1) == '-') && (end == compound.length() || compound.charAt(end) == '-');
	}

}
