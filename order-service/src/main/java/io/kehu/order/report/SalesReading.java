package io.kehu.order.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.order.rate.UsedRate;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Repository;

/**
 * Runs the queries of reports.
 */
@Repository
class SalesReading {

	static final int MOST_ROWS = 20_000;

	private final EntityManager entities;

	SalesReading(EntityManager entities) {
		this.entities = entities;
	}

	/** Returns the periods in which there are sales, and their currencies. */
	List<PeriodCurrency> periods(SalesSource.Figures figures) {
		return run("select distinct f.period as period, f.currency as currency from (%s) as f order by 1, 2"
			.formatted(figures.sql()), figures.parameters(), List.of(), null).stream()
			.map((row) -> new PeriodCurrency(row.get("period", LocalDate.class), row.get("currency", String.class)))
			.toList();
	}

	/**
	 * Returns the figures.
	 * @param rates converts them, unless the currency is null
	 * @throws ProblemException 400 if there are too many rows
	 */
	List<Figure> figures(SalesSource.Figures figures, SalesQuery query, List<SalesReport.PeriodRate> rates) {
		String sql = (query.currency() != null) ? """
				with original as (%s), rate (period, currency, rate) as (select * from unnest(cast(:periods as date[]),
				cast(:currencies as text[]), cast(:rates as numeric[]))), figure as (select o.period as period,
				o.member as member, cast(:currency as text) as currency, sum(o.orders) as orders, sum(o.lines) as lines,
				sum(o.quantity) as quantity, sum(o.revenue * r.rate) as revenue from original o
				join rate r on r.period = o.period and r.currency = o.currency group by 1, 2)"""
			.formatted(figures.sql()) : "with figure as (%s)".formatted(figures.sql());
		sql += (query.top() != null)
				? """
						, ranked as (select member, currency, row_number() over (partition by currency
						order by sum(revenue) desc, member nulls last) as place from figure group by member, currency)
						select f.* from figure f join ranked k on k.member is not distinct from f.member and k.currency = f.currency
						where k.place <= %d"""
					.formatted(query.top())
				: " select f.* from figure f";
		sql += " order by period, currency, revenue desc, member limit %d".formatted(MOST_ROWS + 1);
		List<Tuple> rows = run(sql, figures.parameters(), rates, query.currency());
		if (rows.size() > MOST_ROWS) {
			throw ProblemException.invalidParameter("top", "too_many_rows",
					"the report has more than %d rows; give top, a filter or a longer interval".formatted(MOST_ROWS));
		}
		return rows.stream().map(Figure::of).toList();
	}

	private List<Tuple> run(String sql, Map<String, Object> parameters, List<SalesReport.PeriodRate> rates,
			@Nullable String currency) {
		Query query = this.entities.createNativeQuery(sql, Tuple.class);
		parameters.forEach(query::setParameter);
		if (currency != null) {
			query.setParameter("currency", currency);
			query.setParameter("periods", rates.stream().map(SalesReport.PeriodRate::period).toArray(LocalDate[]::new));
			query.setParameter("currencies", rates.stream().map((one) -> one.rate().from()).toArray(String[]::new));
			query.setParameter("rates",
					rates.stream().map(SalesReport.PeriodRate::rate).map(UsedRate::rate).toArray(BigDecimal[]::new));
		}
		return ((List<?>) query.getResultList()).stream().<Tuple>map(Tuple.class::cast).toList();
	}

	/**
	 * A period in which there are sales in a currency.
	 */
	record PeriodCurrency(LocalDate period, String currency) {
	}

	/**
	 * The sales of a member in a period and a currency.
	 */
	record Figure(LocalDate period, @Nullable UUID member, String currency, long orders, long lines,
			BigDecimal quantity, BigDecimal revenue) {

		private static Figure of(Tuple row) {
			return new Figure(row.get("period", LocalDate.class), row.get("member", UUID.class),
					row.get("currency", String.class), row.get("orders", Number.class).longValue(),
					row.get("lines", Number.class).longValue(), row.get("quantity", BigDecimal.class),
					row.get("revenue", BigDecimal.class));
		}

		Figure plus(Figure other) {
			return new Figure(this.period, this.member, this.currency, this.orders + other.orders,
					this.lines + other.lines, this.quantity.add(other.quantity), this.revenue.add(other.revenue));
		}

		Money money() {
			return money(this.revenue);
		}

		Money money(BigDecimal amount) {
			return Money.of(amount.setScale(Money.decimals(this.currency), RoundingMode.HALF_EVEN), this.currency);
		}

		@Nullable Money average() {
			return (this.orders > 0) ? Money.of(this.revenue.divide(BigDecimal.valueOf(this.orders),
					Money.decimals(this.currency), RoundingMode.HALF_EVEN), this.currency) : null;
		}

	}

}
