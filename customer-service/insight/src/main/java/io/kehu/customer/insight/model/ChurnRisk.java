package io.kehu.customer.insight.model;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the signs of churn are read from.
 *
 * @param recent the number of purchases in the last {@link #WINDOW} days
 * @param earlier the number of purchases in as many days before these
 * @param probabilityAlive the probability that the customer still buys, or null without a
 * model
 */
public record ChurnRisk(PurchaseHistory history, int recent, int earlier, @Nullable Double probabilityAlive) {

	/** The days whose purchases are compared to those of as many days before. */
	public static final int WINDOW = 182;

	private static final double LEAST_PROBABILITY = 0.5;

	private static final double PATIENCE = 2;

	/** A single interval is no habit. */
	private static final int LEAST_REPEATS = 2;

	private static final int LEAST_EARLIER = 3;

	/** Returns the flags that these figures raise, most telling first. */
	public List<ChurnFlag> flags() {
		List<ChurnFlag> flags = new ArrayList<>();
		if (this.probabilityAlive != null && this.probabilityAlive < LEAST_PROBABILITY) {
			flags.add(new ChurnFlag(ChurnSign.PROBABLY_INACTIVE,
					List.of(new ChurnFlag.ChurnReason("probabilityAlive", this.probabilityAlive, LEAST_PROBABILITY))));
		}
		if (this.history.repeats() >= LEAST_REPEATS) {
			double limit = PATIENCE * this.history.lastDay() / this.history.repeats();
			if (this.history.silence() > limit) {
				flags.add(new ChurnFlag(ChurnSign.OVERDUE,
						List.of(new ChurnFlag.ChurnReason("daysSinceLastPurchase", this.history.silence(), limit))));
			}
		}
		if (this.earlier >= LEAST_EARLIER && 2 * this.recent < this.earlier) {
			flags.add(new ChurnFlag(ChurnSign.BUYING_LESS,
					List.of(new ChurnFlag.ChurnReason("purchasesOfLastHalfYear", this.recent, this.earlier / 2.0))));
		}
		return flags;
	}

}
