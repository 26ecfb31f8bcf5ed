package io.kehu.migration.matching.weights;

import io.kehu.migration.matching.field.ColumnRole;

/**
 * LevelShares of the levels of a field among some pairs.
 */
final class LevelShares {

	/** Share of the matches whose given names may have nothing in common. */
	private static final double MOST_OTHER_NAMES = 0.2;

	/** Share of the matches whose days may have nothing in common. */
	private static final double MOST_OTHER_DATES = 0.1;

	/** The same shares where relatives abound. */
	private static final double FEW_OTHER_NAMES = 0.02;

	private static final double FEW_OTHER_DATES = 0.03;

	/** Pairs' worth of belief in the values to start from. */
	private static final double STRENGTH = 2;

	private LevelShares() {
	}

	/** Returns the initial values of m. */
	static double[] start(int levels) {
		double[] start = new double[levels];
		double rest = 1;
		for (int level = 0; level < levels - 1; level++) {
			start[level] = rest * ((level == 0) ? 0.7 : 0.4);
			rest -= start[level];
		}
		start[levels - 1] = rest;
		return start;
	}

	/**
	 * Bounds m so that differences between persons are not explained away: without it,
	 * brothers at one address would be taken for one person who changes name and
	 * birthday.
	 */
	static void bound(double[] m, ColumnRole role, boolean relatives) {
		double most = switch (role) {
			case GIVEN_NAME -> relatives ? FEW_OTHER_NAMES : MOST_OTHER_NAMES;
			case DATE -> relatives ? FEW_OTHER_DATES : MOST_OTHER_DATES;
			case FULL_NAME, FAMILY_NAME, POSTCODE, PLACE, ADDRESS, HOUSE_NUMBER, IDENTIFIER, ORGANISATION, COMPANY,
					PHONE, EMAIL, CATEGORY, NUMBER, TEXT, RECORD_KEY, IGNORED ->
				1;
		};
		double different = m[m.length - 1];
		if (different > most) {
			for (int level = 0; level < m.length - 1; level++) {
				m[level] *= (1 - most) / (1 - different);
			}
			m[m.length - 1] = most;
		}
	}

	/** Returns the shares by state of another field; state 0 holds those of all. */
	static double[][] of(double[][] sums) {
		double[] all = new double[sums[0].length];
		for (double[] state : sums) {
			for (int level = 0; level < all.length; level++) {
				all[level] += state[level];
			}
		}
		double[] marginal = of(all, start(all.length), STRENGTH);
		double[][] shares = new double[sums.length][];
		shares[0] = marginal;
		for (int state = 1; state < sums.length; state++) {
			shares[state] = of(sums[state], marginal, 5 * STRENGTH);
		}
		return shares;
	}

	/** Returns shares, drawn towards what is believed. */
	static double[] of(double[] sums, double[] belief, double strength) {
		double total = strength;
		for (double sum : sums) {
			total += sum;
		}
		double[] shares = new double[sums.length];
		for (int level = 0; level < sums.length; level++) {
			shares[level] = (sums[level] + strength * belief[level]) / total;
		}
		return shares;
	}

}
