package io.kehu.migration.matching.report;

/**
 * How many clusters have a size.
 *
 * @param size the number of records in each
 * @param clusters the number of such clusters
 */
public record SizeCount(int size, int clusters) {

	/** Returns the number of records in all of them. */
	public long records() {
		return (long) this.size * this.clusters;
	}

}
