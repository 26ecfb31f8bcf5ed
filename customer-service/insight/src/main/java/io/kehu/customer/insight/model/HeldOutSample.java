package io.kehu.customer.insight.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Customers whose purchases are known for a while after the data that a model is fitted
 * to, so that its forecasts can be compared to what happened.
 */
public final class HeldOutSample {

	private final PurchaseCounts.Builder histories = new PurchaseCounts.Builder();

	private int[] actual = new int[1024];

	/**
	 * Adds a customer.
	 * @param history the history until the end of the data for the fit
	 * @param purchases the number of purchases afterwards
	 */
	public HeldOutSample add(PurchaseHistory history, int purchases) {
		int size = this.histories.size();
		if (size == this.actual.length) {
			this.actual = Arrays.copyOf(this.actual, 2 * size);
		}
		this.actual[size] = purchases;
		this.histories.add(history);
		return this;
	}

	/** Returns the histories, to fit a model to. */
	public PurchaseCounts counts() {
		return this.histories.build();
	}

	/** Compares the forecasts of a model to what happened in these weeks. */
	public ForecastComparison compare(BgNbd model, double weeks) {
		Misses byModel = new Misses();
		Misses naive = new Misses();
		Map<Long, Double> whileAlive = new HashMap<>();
		long purchases = 0;
		int customers = this.histories.size();
		for (int customer = 0; customer < customers; customer++) {
			PurchaseHistory history = this.histories.history(customer);
			purchases += this.actual[customer];
			double active = whileAlive.computeIfAbsent(((long) history.repeats() << 32) | history.age(),
					(missing) -> model.expectedWhileAlive(history.repeats(), history.age(), weeks));
			byModel.add(model.probabilityAlive(history) * active, this.actual[customer]);
			naive.add(naive(history, weeks), this.actual[customer]);
		}
		return new ForecastComparison(customers, purchases, byModel.of(customers), naive.of(customers));
	}

	/** Every customer keeps buying at the rate at which it has bought. */
	private static double naive(PurchaseHistory history, double weeks) {
		return (history.age() > 0) ? history.repeats() * weeks * PurchaseHistory.WEEK / history.age() : 0;
	}

	/**
	 * Sums the errors of one forecast.
	 */
	private static final class Misses {

		private double predicted;

		private double absolute;

		private double squared;

		private void add(double forecast, int purchases) {
			this.predicted += forecast;
			this.absolute += Math.abs(forecast - purchases);
			this.squared += (forecast - purchases) * (forecast - purchases);
		}

		private ForecastComparison.Forecast of(int customers) {
			return new ForecastComparison.Forecast(this.predicted, this.absolute / customers,
					Math.sqrt(this.squared / customers));
		}

	}

}
