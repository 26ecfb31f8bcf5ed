package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

import io.kehu.customer.insight.PurchaseReading.Row;
import io.kehu.customer.insight.PurchaseReading.Scope;
import io.kehu.customer.insight.TooLittleData.Reason;
import io.kehu.customer.insight.model.BgNbdFit;
import io.kehu.customer.insight.model.ForecastComparison;
import io.kehu.customer.insight.model.GammaGammaFit;
import io.kehu.customer.insight.model.HeldOutSample;
import io.kehu.customer.insight.model.Horizon;
import io.kehu.customer.insight.model.PurchaseCounts;
import io.kehu.customer.insight.model.PurchaseHistory;
import io.kehu.customer.insight.model.Quintiles;
import io.kehu.customer.insight.model.SpendingCounts;
import org.jspecify.annotations.Nullable;

/**
 * Collects the purchases of all customers in about 100 bytes for each, and calculates
 * what they have in common.
 */
final class CollectedPurchases {

	private static final int LEAST_CUSTOMERS = 100;

	private static final int LEAST_REPEAT_CUSTOMERS = 30;

	private static final int LEAST_DAYS = 56;

	private static final int LEAST_SCORED = 25;

	private static final int LEAST_HELD_OUT = 28;

	private static final int MOST_HELD_OUT = 182;

	private static final double WEEK = 7;

	private final Scope scope;

	private final int heldOutDays;

	private final PurchaseCounts.Builder histories = new PurchaseCounts.Builder();

	private final SpendingCounts spending = new SpendingCounts();

	private final HeldOutSample heldOut = new HeldOutSample();

	private final DoubleStream.Builder recency = DoubleStream.builder();

	private final DoubleStream.Builder frequency = DoubleStream.builder();

	private final DoubleStream.Builder money = DoubleStream.builder();

	CollectedPurchases(Scope scope) {
		this.scope = scope;
		this.heldOutDays = Math.min(MOST_HELD_OUT, scope.days() / 3);
	}

	/** Returns the last day of the data for the model whose forecasts are checked. */
	LocalDate cut() {
		return this.scope.dataDay().minusDays(this.heldOutDays);
	}

	void add(Row row) {
		CustomerPurchases customer = row.purchases();
		PurchaseHistory history = customer.history(this.scope.dataDay());
		this.histories.add(history);
		this.spending.add(customer.valuedRepeats(), customer.meanRepeatValue());
		if (customer.valued()) {
			this.recency.add(-history.silence());
			this.frequency.add(customer.purchases());
			this.money.add(customer.spent());
		}
		LocalDate last = row.lastBeforeCut();
		if (last != null) {
			this.heldOut.add(
					new PurchaseHistory(row.beforeCut() - 1, CustomerPurchases.days(customer.firstDay(), last),
							CustomerPurchases.days(customer.firstDay(), cut())),
					customer.purchases() - row.beforeCut());
		}
	}

	FitReport report(Horizon horizon) {
		PurchaseCounts counts = this.histories.build();
		Map<String, TooLittleData> missing = new TreeMap<>();
		double correlation = this.spending.correlation();
		FitReport.FitData data = new FitReport.FitData(this.scope.firstDay(), counts.customers(),
				counts.repeatCustomers(), counts.repeatPurchases(), this.scope.currency(), this.spending.customers(),
				Double.isFinite(correlation) ? correlation : null);
		return new FitReport(data, purchases("purchases", counts, this.scope.days(), missing), values(missing),
				fifths(missing), heldOut(missing), missing, horizon);
	}

	private static @Nullable BgNbdFit purchases(String part, PurchaseCounts counts, int days,
			Map<String, TooLittleData> missing) {
		if (days < LEAST_DAYS) {
			missing.put(part, new TooLittleData(Reason.TOO_SHORT,
					"The first order is %d days old; %d are enough.".formatted(days, LEAST_DAYS)));
			return null;
		}
		if (counts.customers() < LEAST_CUSTOMERS || counts.repeatCustomers() < LEAST_REPEAT_CUSTOMERS) {
			missing.put(part,
					new TooLittleData(Reason.TOO_FEW_CUSTOMERS,
							"Of %d customers with orders, %d bought again; %d and %d are enough.".formatted(
									counts.customers(), counts.repeatCustomers(), LEAST_CUSTOMERS,
									LEAST_REPEAT_CUSTOMERS)));
			return null;
		}
		BgNbdFit fit = BgNbdFit.of(counts).orElse(null);
		if (fit == null) {
			missing.put(part, unstable());
		}
		return fit;
	}

	private static TooLittleData unstable() {
		return new TooLittleData(Reason.NO_STABLE_FIT, "No parameters explain the orders better than all others.");
	}

	private @Nullable GammaGammaFit values(Map<String, TooLittleData> missing) {
		if (this.spending.customers() < LEAST_REPEAT_CUSTOMERS) {
			missing.put("values",
					new TooLittleData(Reason.TOO_FEW_CUSTOMERS,
							"%d customers bought again for money in the most frequent currency; %d are enough."
								.formatted(this.spending.customers(), LEAST_REPEAT_CUSTOMERS)));
			return null;
		}
		GammaGammaFit fit = GammaGammaFit.of(this.spending).orElse(null);
		if (fit == null) {
			missing.put("values", unstable());
		}
		return fit;
	}

	private FitReport.@Nullable RfmBounds fifths(Map<String, TooLittleData> missing) {
		double[] sums = this.money.build().toArray();
		if (sums.length < LEAST_SCORED) {
			missing.put("rfm",
					new TooLittleData(Reason.TOO_FEW_CUSTOMERS,
							"%d customers have orders in the most frequent currency; %d are enough."
								.formatted(sums.length, LEAST_SCORED)));
			return null;
		}
		return new FitReport.RfmBounds(Quintiles.of(this.recency.build().toArray()),
				Quintiles.of(this.frequency.build().toArray()), Quintiles.of(sums));
	}

	private FitReport.@Nullable HeldOut heldOut(Map<String, TooLittleData> missing) {
		if (this.heldOutDays < LEAST_HELD_OUT) {
			missing.put("heldOut", new TooLittleData(Reason.TOO_SHORT,
					"The first order is %d days old; %d are enough.".formatted(this.scope.days(), 3 * LEAST_HELD_OUT)));
			return null;
		}
		BgNbdFit fit = purchases("heldOut", this.heldOut.counts(), this.scope.days() - this.heldOutDays, missing);
		if (fit == null) {
			return null;
		}
		ForecastComparison found = this.heldOut.compare(fit.model(), this.heldOutDays / WEEK);
		return new FitReport.HeldOut(cut(), this.heldOutDays, found.customers(), found.purchases(), found.model(),
				found.naive());
	}

	/** Returns the report on no orders at all. */
	static FitReport none(Horizon horizon) {
		TooLittleData none = new TooLittleData(Reason.TOO_FEW_CUSTOMERS, "There are no orders.");
		return new FitReport(new FitReport.FitData(null, 0, 0, 0, null, 0, null), null, null, null, null,
				Map.of("purchases", none, "values", none, "rfm", none, "heldOut", none), horizon);
	}

}
