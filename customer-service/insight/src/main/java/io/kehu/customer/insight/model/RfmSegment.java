package io.kehu.customer.insight.model;

import java.util.Locale;

/**
 * The eleven usual names for customers by recency, and by the mean of frequency and
 * money, rounded up.
 */
public enum RfmSegment {

	/** They bought recently, often and for much. */
	CHAMPIONS,

	/** They buy often, and did so not long before. */
	LOYAL,

	/** They bought recently and more than once. */
	POTENTIAL_LOYALISTS,

	/** They bought for the first time, very recently. */
	NEW_CUSTOMERS,

	/** They bought little, recently. */
	PROMISING,

	/** They are average in everything. */
	NEEDING_ATTENTION,

	/** They bought little, and not recently. */
	ABOUT_TO_SLEEP,

	/** They used to buy often, and have not for some time. */
	AT_RISK,

	/** They used to buy the most, and have not for some time. */
	CANNOT_LOSE_THEM,

	/** They bought little, and have not for some time. */
	HIBERNATING,

	/** They bought little, and have not for the longest time. */
	LOST;

	private static final RfmSegment[][] GRID = { { LOST, LOST, AT_RISK, AT_RISK, CANNOT_LOSE_THEM },
			{ HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANNOT_LOSE_THEM },
			{ ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEEDING_ATTENTION, LOYAL, LOYAL },
			{ PROMISING, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, LOYAL, CHAMPIONS },
			{ NEW_CUSTOMERS, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, CHAMPIONS, CHAMPIONS } };

	/**
	 * Returns the segment of two scores from 1 to 5.
	 * @param worth the mean of frequency and money, rounded up
	 */
	static RfmSegment of(int recency, int worth) {
		return GRID[recency - 1][worth - 1];
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
