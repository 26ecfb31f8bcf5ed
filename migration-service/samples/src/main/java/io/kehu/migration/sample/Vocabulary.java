package io.kehu.migration.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Holds words joined from syllables, some of them far more frequent than others (Zipf's
 * law), as names of people and places are.
 */
final class Vocabulary {

	private static final String[] ONSETS = { "b", "br", "c", "ch", "cl", "d", "dr", "f", "fr", "g", "gr", "h", "j", "k",
			"kr", "l", "m", "n", "p", "pr", "r", "s", "sch", "sh", "st", "t", "th", "tr", "v", "w", "z", "" };

	private static final String[] VOWELS = { "a", "e", "i", "o", "u", "ai", "au", "ea", "ei", "ia", "ie", "oa", "ou",
			"y" };

	private static final String[] CODAS = { "", "", "", "l", "ld", "m", "n", "nd", "ng", "r", "rd", "rt", "s", "st",
			"t", "x" };

	private final List<String> words;

	private final double[] cumulative;

	/**
	 * Creates a vocabulary.
	 * @param size the number of words
	 * @param endings the endings that some words get
	 * @param seed the seed of the words
	 */
	Vocabulary(int size, List<String> endings, long seed) {
		Random random = new Random(seed);
		Set<String> made = new LinkedHashSet<>();
		while (made.size() < size) {
			made.add(word(endings, random));
		}
		this.words = new ArrayList<>(made);
		this.cumulative = new double[size];
		double sum = 0;
		for (int rank = 0; rank < size; rank++) {
			sum += 1 / Math.pow(rank + 3.0, 0.85);
			this.cumulative[rank] = sum;
		}
		Collections.shuffle(this.words, random);
	}

	private static String word(List<String> endings, Random random) {
		StringBuilder word = new StringBuilder();
		int syllables = 1 + random.nextInt(2);
		for (int i = 0; i < syllables; i++) {
			word.append(pick(ONSETS, random)).append(pick(VOWELS, random)).append(pick(CODAS, random));
		}
		word.append(endings.get(random.nextInt(endings.size())));
		return (word.length() < 3) ? word.append("an").toString() : word.toString();
	}

	private static String pick(String[] parts, Random random) {
		return parts[random.nextInt(parts.length)];
	}

	/** Returns a random word, frequent ones more often. */
	String next(SplittableRandom random) {
		double place = random.nextDouble() * this.cumulative[this.cumulative.length - 1];
		int at = Arrays.binarySearch(this.cumulative, place);
		return this.words.get(Math.min(this.words.size() - 1, (at < 0) ? -at - 1 : at));
	}

}
