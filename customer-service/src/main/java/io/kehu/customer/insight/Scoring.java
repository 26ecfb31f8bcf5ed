package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.OptionalDouble;

import io.kehu.customer.insight.model.BgNbdFit;
import io.kehu.customer.insight.model.GammaGammaFit;
import io.kehu.customer.insight.model.Outlook;
import io.kehu.customer.insight.model.PurchaseHistory;
import io.kehu.customer.insight.model.RfmScore;
import org.jspecify.annotations.Nullable;

/**
 * Calculates the figures of single customers from what a fit has found.
 */
final class Scoring {

	private final FitReport report;

	private final LocalDate dataDay;

	private final @Nullable Outlook outlook;

	Scoring(FitReport report, LocalDate dataDay) {
		this.report = report;
		this.dataDay = dataDay;
		BgNbdFit fit = report.purchases();
		this.outlook = (fit != null) ? new Outlook(fit.model(), report.horizon()) : null;
	}

	InsightFigures of(CustomerPurchases purchases) {
		PurchaseHistory history = purchases.history(this.dataDay);
		return new InsightFigures(purchases, rfm(purchases, history),
				(this.outlook != null) ? this.outlook.of(history) : null, value(purchases));
	}

	private @Nullable RfmScore rfm(CustomerPurchases purchases, PurchaseHistory history) {
		FitReport.RfmBounds fifths = this.report.rfm();
		return (fifths == null || !purchases.valued()) ? null : new RfmScore(fifths.recency().score(-history.silence()),
				fifths.frequency().score(purchases.purchases()), fifths.money().score(purchases.spent()));
	}

	private @Nullable Double value(CustomerPurchases purchases) {
		GammaGammaFit fit = this.report.values();
		if (fit == null || !purchases.valued()) {
			return null;
		}
		OptionalDouble value = fit.model().expectedValue(purchases.valuedRepeats(), purchases.meanRepeatValue());
		return value.isPresent() ? value.getAsDouble() : null;
	}

}
