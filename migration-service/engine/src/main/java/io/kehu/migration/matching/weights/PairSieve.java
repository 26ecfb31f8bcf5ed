package io.kehu.migration.matching.weights;

import io.kehu.migration.matching.blocking.Blocks;
import io.kehu.migration.matching.pairs.PairList;

/**
 * Lets an even share of all pairs pass, by their hash.
 *
 * @param every one of so many pairs passes
 */
record PairSieve(int every) implements Blocks.PairChoice {

	@Override
	public boolean isPair(int left, int right) {
		return passes(PairList.pair(left, right));
	}

	private boolean passes(long pair) {
		return ((pair * 0x9E3779B97F4A7C15L) >>> 40) % this.every == 0;
	}

	/** Returns a sieve that lets half of the pairs of this one pass. */
	PairSieve twice() {
		return new PairSieve(this.every * 2);
	}

	/** Returns those of some pairs that pass. */
	PairList of(PairList pairs) {
		PairList passing = new PairList();
		for (int i = 0; i < pairs.size(); i++) {
			if (passes(pairs.get(i))) {
				passing.add(pairs.get(i));
			}
		}
		return passing;
	}

}
