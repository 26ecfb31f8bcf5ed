package io.kehu.customer.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.customer.insight.TooLittleData.Reason;
import io.kehu.customer.insight.model.ChurnRisk;
import io.kehu.customer.insight.model.Outlook;
import io.kehu.customer.insight.model.PurchaseHistory;
import io.kehu.customer.insight.model.RfmScore;
import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Puts the figures of a customer together with what they were calculated from, or with
 * the reasons why there are none.
 */
final class InsightAssembly {

	private final FitReport report;

	private final LocalDate dataDay;

	private final InsightFigures figures;

	private final CustomerPurchases purchases;

	private final PurchaseHistory history;

	private InsightAssembly(FitReport report, LocalDate dataDay, InsightFigures figures) {
		this.report = report;
		this.dataDay = dataDay;
		this.figures = figures;
		this.purchases = figures.purchases();
		this.history = this.purchases.history(dataDay);
	}

	/** Returns the answer before the first fit. */
	static CustomerInsight withoutFit(UUID customerId) {
		return empty(customerId, null, null,
				new TooLittleData(Reason.NO_FIT, "No figures have been calculated yet; this happens every night."));
	}

	static CustomerInsight of(UUID customerId, FigureStore.Found found) {
		Fit fit = found.fit();
		InsightFigures figures = found.figures();
		if (figures == null) {
			return empty(customerId, fit.id(), fit.dataDay(), new TooLittleData(Reason.NO_PURCHASES,
					"The customer had no orders until %s.".formatted(fit.dataDay())));
		}
		InsightAssembly assembly = new InsightAssembly(Objects.requireNonNull(fit.report()), fit.dataDay(), figures);
		return new CustomerInsight(customerId, fit.id(), assembly.rfm(), assembly.probabilityAlive(),
				assembly.expectedPurchases(), assembly.expectedValue(), assembly.lifetimeValue(), assembly.churnRisk());
	}

	private static CustomerInsight empty(UUID customerId, @Nullable UUID fit, @Nullable LocalDate day,
			TooLittleData reason) {
		NumberFigure number = new NumberFigure(null, List.of(), day, reason);
		MoneyFigure money = new MoneyFigure(null, List.of(), day, reason);
		return new CustomerInsight(customerId, fit, new RfmFigure(null, null, List.of(), day, reason), number, number,
				money, money, new ChurnFigure(null, day, reason));
	}

	private RfmFigure rfm() {
		RfmScore score = this.figures.rfm();
		List<FigureInput> inputs = List.of(input("daysSinceLastPurchase", this.history.silence()),
				input("purchases", this.purchases.purchases()), input("spent", this.purchases.spent()));
		return new RfmFigure((score != null) ? score.segment() : null, score, inputs, this.dataDay,
				(score != null) ? null : missingInCurrency("rfm"));
	}

	private NumberFigure probabilityAlive() {
		Outlook.Purchases outlook = this.figures.outlook();
		return number((outlook != null) ? outlook.probabilityAlive() : null, historyInputs());
	}

	private NumberFigure expectedPurchases() {
		Outlook.Purchases outlook = this.figures.outlook();
		List<FigureInput> inputs = new ArrayList<>(historyInputs());
		inputs.add(input("weeks", this.report.horizon().weeks()));
		return number((outlook != null) ? outlook.expected() : null, inputs);
	}

	private List<FigureInput> historyInputs() {
		return List.of(input("repeatPurchases", this.history.repeats()),
				input("daysFromFirstToLastPurchase", this.history.lastDay()),
				input("daysSinceFirstPurchase", this.history.age()));
	}

	private NumberFigure number(@Nullable Double value, List<FigureInput> inputs) {
		return new NumberFigure(value, inputs, this.dataDay, (value != null) ? null : missing("purchases"));
	}

	private MoneyFigure expectedValue() {
		Double value = this.figures.expectedValue();
		return money(value,
				List.of(input("repeatPurchasesWithValue", this.purchases.valuedRepeats()),
						input("meanValue", this.purchases.meanRepeatValue()),
						input("ordersInOtherCurrencies", this.purchases.ordersElsewhere())),
				"values");
	}

	private MoneyFigure lifetimeValue() {
		Outlook.Purchases outlook = this.figures.outlook();
		Double value = this.figures.expectedValue();
		if (outlook == null || value == null) {
			return money(null, List.of(), (outlook == null) ? "purchases" : "values");
		}
		return money(outlook.discounted() * value,
				List.of(input("discountedPurchases", outlook.discounted()), input("expectedValue", value),
						input("months", this.report.horizon().months()),
						input("yearlyDiscount", this.report.horizon().yearlyDiscount())),
				"values");
	}

	private MoneyFigure money(@Nullable Double value, List<FigureInput> inputs, String part) {
		String currency = this.report.data().currency();
		if (value == null || currency == null) {
			return new MoneyFigure(null, inputs, this.dataDay,
					part.equals("purchases") ? missing(part) : missingInCurrency(part));
		}
		BigDecimal amount = BigDecimal.valueOf(value).setScale(Money.decimals(currency), RoundingMode.HALF_EVEN);
		return new MoneyFigure(Money.of(amount, currency), inputs, this.dataDay, null);
	}

	private ChurnFigure churnRisk() {
		Outlook.Purchases outlook = this.figures.outlook();
		ChurnRisk risk = new ChurnRisk(this.history, this.purchases.recent(), this.purchases.earlier(),
				(outlook != null) ? outlook.probabilityAlive() : null);
		return new ChurnFigure(risk.flags(), this.dataDay, null);
	}

	private TooLittleData missingInCurrency(String part) {
		return this.purchases.valued() ? missing(part) : new TooLittleData(Reason.OTHER_CURRENCY,
				"None of the customer's orders is in %s.".formatted(this.report.data().currency()));
	}

	/** A value that is not finite has no reason in the report. */
	private TooLittleData missing(String part) {
		return this.report.tooLittleData()
			.getOrDefault(part, new TooLittleData(Reason.NO_STABLE_FIT, "The model has no mean for this customer."));
	}

	private static FigureInput input(String name, double value) {
		return new FigureInput(name, value);
	}

}
