package io.kehu.migration.matching.clusters;

/**
 * Two records that match by themselves but were kept apart, because the other records of
 * their clusters contradict or a reviewer decided so.
 *
 * @param left number of a record
 * @param right number of the other
 * @param pairWeight match weight of the two records in bits, with the prior
 */
public record CutBridge(int left, int right, double pairWeight) {
}
