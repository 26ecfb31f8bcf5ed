package io.kehu.migration.matching.clusters;

/**
 * Two records of different clusters that a reviewer should compare. A decision on them
 * holds for both clusters as they are.
 *
 * @param left number of a record
 * @param right number of the other
 * @param leftRecords how many records the first one stands for, itself included
 * @param rightRecords how many the second one stands for
 * @param weight match weight of their clusters in bits, with the prior
 */
public record ReviewPair(int left, int right, int leftRecords, int rightRecords, double weight) {

	/** Returns how likely the clusters of both are the same entity. */
	public double probability() {
		return 1 / (1 + Math.pow(2, -this.weight));
	}

}
