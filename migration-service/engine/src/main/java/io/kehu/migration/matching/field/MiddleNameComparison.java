package io.kehu.migration.matching.field;

import java.util.Arrays;
import java.util.List;

/**
 * Compares the names between first and last, when both have some.
 */
final class MiddleNameComparison extends NameComparison {

	MiddleNameComparison(Names names) {
		super(ColumnRole.FULL_NAME, "middle names",
				List.of("one in common", "one similar or initial", "none in common"), names);
	}

	@Override
	int compareNames(int left, int right) {
		int[] one = this.names.words(left);
		int[] other = this.names.words(right);
		if (one.length < 3 || other.length < 3) {
			return MISSING;
		}
		int best = 2;
		for (int i = 1; i < one.length - 1; i++) {
			for (int j = 1; j < other.length - 1; j++) {
				if (one[i] == other[j]) {
					return result(0, one[i]);
				}
				if (this.names.likeness(one[i], other[j]) <= 3) {
					best = 1;
				}
			}
		}
		return result(best);
	}

	@Override
	public int[] terms(int code) {
		int[] words = this.names.words(code);
		return (words.length < 3) ? new int[0] : Arrays.copyOfRange(words, 1, words.length - 1);
	}

}
