package io.kehu.migration.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The quality of the pairs within clusters, measured against the known truth.
 *
 * @param right pairs joined that belong together
 * @param wrong pairs joined that do not
 * @param missed pairs not joined that belong together
 */
public record PairwiseQuality(long right, long wrong, long missed) {

	/**
	 * Measures a result.
	 * @param result what linkage found
	 * @param entity the true entity of each record
	 * @return the counts
	 */
	public static PairwiseQuality of(LinkageResult result, IntFunction<Object> entity) {
		Map<Object, Integer> sizes = new HashMap<>();
		for (int row = 0; row < result.records(); row++) {
			sizes.merge(entity.apply(row), 1, Integer::sum);
		}
		long all = sizes.values().stream().mapToLong((size) -> size * (size - 1L) / 2).sum();
		long right = 0;
		long joined = 0;
		for (int cluster = 0; cluster < result.clusters(); cluster++) {
			int[] rows = result.cluster(cluster);
			joined += rows.length * (rows.length - 1L) / 2;
			Map<Object, Integer> parts = new HashMap<>();
			for (int row : rows) {
				parts.merge(entity.apply(row), 1, Integer::sum);
			}
			right += parts.values().stream().mapToLong((size) -> size * (size - 1L) / 2).sum();
		}
		return new PairwiseQuality(right, joined - right, all - right);
	}

	/** Returns the share of joined pairs that are right. */
	public double precision() {
		return (double) this.right / (this.right + this.wrong);
	}

	/** Returns the share of true pairs that are joined. */
	public double recall() {
		return (double) this.right / (this.right + this.missed);
	}

	/** Returns the harmonic mean of precision and recall. */
	public double f1() {
		return 2.0 * this.right / (2.0 * this.right + this.wrong + this.missed);
	}

}
