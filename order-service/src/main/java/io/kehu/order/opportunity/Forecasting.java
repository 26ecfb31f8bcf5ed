package io.kehu.order.opportunity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.kehu.order.rate.ExchangeRates;
import io.kehu.order.rate.UsedRate;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calculates forecasts from open opportunities.
 */
@Service
class Forecasting {

	private static final String QUERY = """
			select cast(date_trunc('month', o.expected_close_on) as date) as month, o.currency as currency,
			count(*) as number, sum(o.amount) as amount,
			sum(o.amount * coalesce(o.probability, stage.probability, 0)) / 100 as weighted
			from opportunity o join pipeline p on p.id = o.pipeline_id
			left join lateral jsonb_to_recordset(p.stages) as stage (key text, probability integer) on stage.key = o.stage
			where o.status = 'OPEN' and %s group by 1, 2 order by 1 nulls last, 2""";

	private final OpportunitySelection selection;

	private final ExchangeRates rates;

	Forecasting(OpportunitySelection selection, ExchangeRates rates) {
		this.selection = selection;
		this.rates = rates;
	}

	/**
	 * Returns a forecast.
	 * @param currency the currency to convert to, or null for none
	 * @param day the day whose rates apply
	 * @throws ProblemException 409 if there is no rate for a currency
	 */
	@Transactional(readOnly = true)
	public Forecast forecast(OpportunitySelection.Conditions conditions, @Nullable String currency, LocalDate day) {
		List<Forecast.Month> months = new ArrayList<>();
		Map<String, Sum> sums = new TreeMap<>();
		long withoutAmount = 0;
		for (Tuple row : this.selection.select(QUERY, conditions)) {
			String of = row.get("currency", String.class);
			long count = row.get("number", Long.class);
			if (of == null) {
				withoutAmount += count;
				continue;
			}
			Sum sum = new Sum(count, row.get("amount", BigDecimal.class), row.get("weighted", BigDecimal.class));
			months.add(new Forecast.Month(row.get("month", LocalDate.class), count, money(sum.amount(), of),
					money(sum.weighted(), of)));
			sums.merge(of, sum, Sum::plus);
		}
		List<Forecast.Total> totals = new ArrayList<>();
		sums.forEach((of, sum) -> totals
			.add(new Forecast.Total(sum.count(), money(sum.amount(), of), money(sum.weighted(), of))));
		return new Forecast(months, totals, withoutAmount, (currency != null) ? convert(sums, currency, day) : null);
	}

	private Forecast.Converted convert(Map<String, Sum> sums, String currency, LocalDate day) {
		Map<String, UsedRate> used = this.rates.find(sums.keySet(), currency, day);
		Sum all = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO);
		for (Map.Entry<String, UsedRate> one : used.entrySet()) {
			Sum sum = sums.getOrDefault(one.getKey(), all);
			all = all.plus(new Sum(sum.count(), one.getValue().convert(sum.amount()).decimal(),
					one.getValue().convert(sum.weighted()).decimal()));
		}
		return new Forecast.Converted(money(all.amount(), currency), money(all.weighted(), currency),
				used.values().stream().filter((rate) -> !rate.from().equals(rate.to())).toList());
	}

	private static Money money(BigDecimal amount, String currency) {
		return Money.of(amount.setScale(Money.decimals(currency), RoundingMode.HALF_EVEN), currency);
	}

	/**
	 * The opportunities of a currency, added up exactly.
	 */
	private record Sum(long count, BigDecimal amount, BigDecimal weighted) {

		Sum plus(Sum other) {
			return new Sum(this.count + other.count, this.amount.add(other.amount), this.weighted.add(other.weighted));
		}

	}

}
