package io.kehu.customer.insight.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Calculates what to expect of customers. What depends on the number of purchases and on
 * the age alone is calculated once, since many customers share it; an outlook is for one
 * thread.
 */
public final class Outlook {

	private final BgNbd model;

	private final Horizon horizon;

	private final Map<Long, Purchases> whileAlive = new HashMap<>();

	/** Creates an outlook. */
	public Outlook(BgNbd model, Horizon horizon) {
		this.model = model;
		this.horizon = horizon;
	}

	/** Returns what to expect of a customer. */
	public Purchases of(PurchaseHistory history) {
		long key = ((long) history.repeats() << 32) | history.age();
		Purchases active = this.whileAlive.computeIfAbsent(key, (missing) -> whileAlive(history));
		double alive = this.model.probabilityAlive(history);
		return new Purchases(alive, alive * active.expected(), alive * active.discounted());
	}

	private Purchases whileAlive(PurchaseHistory history) {
		int repeats = history.repeats();
		double discounted = 0;
		double before = 0;
		for (int month = 1; month <= this.horizon.months(); month++) {
			double until = this.model.expectedWhileAlive(repeats, history.age(), Horizon.weeksUntil(month));
			discounted += (until - before) * this.horizon.worth(month);
			before = until;
		}
		return new Purchases(1, this.model.expectedWhileAlive(repeats, history.age(), this.horizon.weeks()),
				discounted);
	}

	/**
	 * What to expect of a customer.
	 *
	 * @param probabilityAlive the probability that the customer still buys
	 * @param expected the purchases within the weeks of the horizon
	 * @param discounted the purchases within its months, each discounted from the end of
	 * its month; times the value of a purchase, this is the lifetime value
	 */
	public record Purchases(double probabilityAlive, double expected, double discounted) {
	}

}
