package io.kehu.migration.matching.heldout;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Words of which some come far more often than others.
 */
final class Words {

	private final List<String> words;

	private final double[] cumulative;

	Words(Language language, int size, int syllables, double skew, long seed) {
		this.words = language.words(size, syllables, new Random(seed));
		this.cumulative = new double[size];
		double sum = 0;
		for (int rank = 0; rank < size; rank++) {
			sum += 1 / Math.pow(rank + 2.0, skew);
			this.cumulative[rank] = sum;
		}
	}

	String next(SplittableRandom random) {
		double place = random.nextDouble() * this.cumulative[this.cumulative.length - 1];
		int at = Arrays.binarySearch(this.cumulative, place);
		return this.words.get(Math.min(this.words.size() - 1, (at < 0) ? -at - 1 : at));
	}

}
