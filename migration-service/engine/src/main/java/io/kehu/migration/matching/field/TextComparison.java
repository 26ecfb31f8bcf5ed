package io.kehu.migration.matching.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.text.JaroWinkler;
import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.table.Column;

/**
 * Compares texts of one or several words: places, streets, occupations.
 */
final class TextComparison extends ValueComparison {

	private static final double SIMILAR = 0.88;

	private final int[][] words;

	TextComparison(ColumnRole role, Column column) {
		super(role, column, List.of("equal", "one or two characters differ", "one contains the other", "similar",
				"a word in common", "different"));
		this.words = new int[column.distinct()][];
		Map<String, Integer> codes = new HashMap<>();
		for (int code = 0; code < this.words.length; code++) {
			this.words[code] = NormalForms.words(column.text(code))
				.stream()
				.distinct()
				.mapToInt((word) -> codes.computeIfAbsent(word, (key) -> codes.size()))
				.toArray();
		}
	}

	@Override
	int differing(int left, int right) {
		int shorter = shorter(left, right);
		if (shorter > 3 && isWithin(left, right, (shorter > 7) ? 2 : 1)) {
			return 1;
		}
		int common = common(this.words[left], this.words[right]);
		if (common > 0 && common == Math.min(this.words[left].length, this.words[right].length)) {
			return 2;
		}
		if (mostSimilar(left, right) >= SIMILAR && JaroWinkler.similarity(text(left), text(right)) >= SIMILAR) {
			return 3;
		}
		return (common > 0) ? 4 : 5;
	}

	private static int common(int[] one, int[] other) {
		int common = 0;
		if (one.length > 1 || other.length > 1) {
			for (int word : one) {
				for (int candidate : other) {
					common += (word == candidate) ? 1 : 0;
				}
			}
		}
		return common;
	}

}
