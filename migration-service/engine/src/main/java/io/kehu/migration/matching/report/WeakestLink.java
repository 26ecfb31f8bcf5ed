package io.kehu.migration.matching.report;

import java.util.Arrays;

import io.kehu.migration.matching.LinkageResult;

/**
 * Finds the link at which a cluster would break first: the weakest one of its maximum
 * spanning tree (Prim 1957).
 */
final class WeakestLink {

	/** Beyond so many records only the first ones are looked at. */
	private static final int MOST = 300;

	private WeakestLink() {
	}

	static ClusterLink of(LinkageResult result, int cluster) {
		int[] rows = result.cluster(cluster);
		int size = Math.min(MOST, rows.length);
		double[] best = new double[size];
		int[] from = new int[size];
		Arrays.fill(best, Double.NEGATIVE_INFINITY);
		boolean[] joined = new boolean[size];
		int current = 0;
		double least = Double.POSITIVE_INFINITY;
		int left = 0;
		int right = 1;
		for (int count = 1; count < size; count++) {
			joined[current] = true;
			int next = -1;
			for (int i = 0; i < size; i++) {
				if (!joined[i]) {
					double weight = result.weight(rows[current], rows[i]);
					if (weight > best[i]) {
						best[i] = weight;
						from[i] = current;
					}
					next = (next < 0 || best[i] > best[next]) ? i : next;
				}
			}
			if (best[next] < least) {
				least = best[next];
				left = from[next];
				right = next;
			}
			current = next;
		}
		return new ClusterLink(result.reference(rows[left]), result.reference(rows[right]), least, rows.length);
	}

}
