package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.text.EditDistance;
import io.kehu.migration.matching.text.JaroWinkler;
import io.kehu.migration.matching.text.Letters;
import io.kehu.migration.matching.text.Phonetics;

/**
 * The words of all names, numbered, with what tells at a glance that two are not alike:
 * most comparisons end without a look at the texts.
 */
final class WordForms {

	/** Similarity from which on long words count as mistyped. */
	private static final double MISTYPED = 0.92;

	/** Similarity from which on words count as alike. */
	private static final double SIMILAR = 0.82;

	private final Map<String, Integer> codes = new HashMap<>();

	private final List<String> texts = new ArrayList<>();

	private final BitSet hyphenated = new BitSet();

	private final List<int[]> longForms = new ArrayList<>();

	private final Map<String, Integer> codesBySound = new HashMap<>();

	private final Phonetics phonetics = new Phonetics();

	private int[] sounds = new int[64];

	private long[] letters = new long[64];

	private long[] heads = new long[64];

	private int[] lengths = new int[64];

	/** Returns the number of a word, which may be new. */
	int encode(String word) {
		Integer known = this.codes.putIfAbsent(word, this.texts.size());
		if (known != null) {
			return known;
		}
		int code = this.texts.size();
		if (code == this.sounds.length) {
			this.sounds = Arrays.copyOf(this.sounds, code * 2);
			this.letters = Arrays.copyOf(this.letters, code * 2);
			this.heads = Arrays.copyOf(this.heads, code * 2);
			this.lengths = Arrays.copyOf(this.lengths, code * 2);
		}
		this.texts.add(word);
		this.hyphenated.set(code, word.indexOf('-') >= 0);
		this.longForms.add(Nicknames.of(word));
		this.sounds[code] = this.codesBySound.computeIfAbsent(this.phonetics.sound(word),
				(key) -> this.codesBySound.size());
		this.letters[code] = Letters.of(word);
		this.heads[code] = Letters.head(word);
		this.lengths[code] = word.length();
		return code;
	}

	/** Returns how many words there are. */
	int size() {
		return this.texts.size();
	}

	String text(int word) {
		return this.texts.get(word);
	}

	/** Returns the number of characters of a word. */
	int length(int word) {
		return this.lengths[word];
	}

	/** Returns a number for a word's sound. */
	int sound(int word) {
		return this.sounds[word];
	}

	/**
	 * Returns how alike two words are: 0 equal, 1 mistyped, 2 initial, 3 alike in sound
	 * or beginning, 4 not alike.
	 */
	int likeness(int left, int right) {
		if (left == right) {
			return 0;
		}
		int shorter = Math.min(this.lengths[left], this.lengths[right]);
		int beginning = Math.min(shorter, Letters.commonHead(this.heads[left], this.heads[right]));
		if (shorter == 1) {
			return (beginning == 1) ? 2 : 4;
		}
		int bound = (shorter > 7) ? 2 : 1;
		if (shorter > 2 && Math.abs(this.lengths[left] - this.lengths[right]) <= bound
				&& Letters.mayBeWithin(this.letters[left], this.letters[right], bound)
				&& EditDistance.within(text(left), text(right), bound) <= bound) {
			return 1;
		}
		double similarity = mayBeSimilar(left, right, beginning) ? JaroWinkler.similarity(text(left), text(right)) : 0;
		if (similarity >= MISTYPED) {
			return 1;
		}
		return (similarity >= SIMILAR || this.sounds[left] == this.sounds[right] || starts(left, right, beginning)) ? 3
				: 4;
	}

	private boolean mayBeSimilar(int left, int right, int beginning) {
		return Letters.mostSimilar(this.lengths[left], this.letters[left], this.lengths[right], this.letters[right],
				beginning) >= SIMILAR;
	}

	/** Returns whether one word is the beginning of the other. */
	private boolean starts(int left, int right, int beginning) {
		int shorter = Math.min(this.lengths[left], this.lengths[right]);
		return shorter > 2 && beginning >= Math.min(shorter, Letters.HEAD)
				&& (text(left).startsWith(text(right)) || text(right).startsWith(text(left)));
	}

	/**
	 * Returns whether one word is a short form of the other, or both of the same name.
	 */
	boolean isShortForm(int left, int right) {
		return Nicknames.meet(this.longForms.get(left), this.longForms.get(right));
	}

	/** Returns whether a hyphenated word holds the other as a part. */
	boolean isPart(int left, int right) {
		return (this.hyphenated.get(left) && contains(text(left), text(right)))
				|| (this.hyphenated.get(right) && contains(text(right), text(left)));
	}

	private static boolean contains(String compound, String part) {
		int at = compound.indexOf(part);
		if (at < 0) {
			return false;
		}
		int end = at + part.length();
		return (at == 0 || compound.charAt(at - 1) == '-') && (end == compound.length() || compound.charAt(end) == '-');
	}

}
