package io.kehu.customer.insight.model;

/**
 * How recently, how often and for how much a customer has bought, each from 1 to 5
 * compared to all customers.
 *
 * @param recency 5 for the latest purchases
 * @param frequency 5 for the most purchases
 * @param money 5 for the greatest sum
 */
public record RfmScore(int recency, int frequency, int money) {

	public RfmScore {
		if (recency < 1 || recency > 5 || frequency < 1 || frequency > 5 || money < 1 || money > 5) {
			throw new IllegalArgumentException("Scores are 1 to 5");
		}
	}

	/** Returns the segment that the scores belong to. */
	public RfmSegment segment() {
		return RfmSegment.of(this.recency, (this.frequency + this.money + 1) / 2);
	}

}
