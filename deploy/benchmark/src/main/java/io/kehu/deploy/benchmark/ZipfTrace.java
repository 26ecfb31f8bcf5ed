package io.kehu.deploy.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A sequence of keys whose frequencies follow Zipf's law, the same for each seed. Halfway
 * the ranks move by a tenth of the keys, as when other records become popular.
 */
final class ZipfTrace {

	private final double[] cumulated;

	private final int length;

	private final long seed;

	ZipfTrace(int keys, double exponent, int length, long seed) {
		this.cumulated = new double[keys];
		double sum = 0;
		for (int rank = 0; rank < keys; rank++) {
			sum += 1 / Math.pow(rank + 1, exponent);
			this.cumulated[rank] = sum;
		}
		this.length = length;
		this.seed = seed;
	}

	/** Returns the keys in the order in which they are read. */
	IntStream keys() {
		SplittableRandom random = new SplittableRandom(this.seed);
		int keys = this.cumulated.length;
		return IntStream.range(0, this.length).map((index) -> {
			int found = Arrays.binarySearch(this.cumulated, random.nextDouble() * this.cumulated[keys - 1]);
			int rank = Math.min(keys - 1, (found >= 0) ? found : -found - 1);
			return (index < this.length / 2) ? rank : (rank + keys / 10) % keys;
		});
	}

}
