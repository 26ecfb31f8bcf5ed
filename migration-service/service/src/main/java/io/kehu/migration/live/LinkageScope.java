package io.kehu.migration.live;

import java.io.IOException;
import java.util.Set;

import io.kehu.migration.dataset.SetRows;
import io.kehu.migration.intake.Row;

/**
 * How many live customers the clusters of a linkage affect at most.
 *
 * @param created the clusters without a live customer
 * @param changed the live customers that are joined by other records, or may be
 * @param merged the live customers that are in a cluster with an older one
 */
record LinkageScope(long created, long changed, long merged) {

	/**
	 * Counts the clusters of a linkage.
	 * @param members the records by cluster
	 * @param live the names of the sources that are live customers
	 */
	static LinkageScope of(SetRows members, Set<String> live) throws IOException {
		long[] counts = new long[3];
		long cluster = 0;
		long customers = 0;
		long others = 0;
		for (Row member = members.next(); member != null; member = members.next()) {
			if (member.line() != cluster) {
				add(counts, customers, others);
				cluster = member.line();
				customers = 0;
				others = 0;
			}
			boolean customer = live.contains(String.valueOf(member.value(0)));
			customers += customer ? 1 : 0;
			others += customer ? 0 : 1;
		}
		add(counts, customers, others);
		return new LinkageScope(counts[0], counts[1], counts[2]);
	}

	private static void add(long[] counts, long customers, long others) {
		counts[0] += (customers == 0 && others > 0) ? 1 : 0;
		counts[1] += (customers > 0 && others > 0) ? 1 : 0;
		counts[2] += Math.max(0, customers - 1);
	}

	/** Returns the sum of this and another scope. */
	LinkageScope with(LinkageScope other) {
		return new LinkageScope(this.created + other.created, this.changed + other.changed, this.merged + other.merged);
	}

	/**
	 * Returns this scope if clusters without a live customer may have the external ids of
	 * live customers, which they then change instead of creating customers.
	 * @param holders the number of live customers that have such external ids
	 * @param liveCustomers the number of all live customers
	 */
	LinkageScope withHolders(long holders, long liveCustomers) {
		long most = Math.max(this.changed, Math.min(liveCustomers, this.changed + Math.min(this.created, holders)));
		return new LinkageScope(this.created, most, this.merged);
	}

	/** Returns the number of live customers that are not as before. */
	long affected() {
		return this.changed + this.merged;
	}

}
