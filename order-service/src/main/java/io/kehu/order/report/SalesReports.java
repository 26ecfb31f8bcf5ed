package io.kehu.order.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.order.product.CatalogProduct;
import io.kehu.order.product.ProductCatalog;
import io.kehu.order.rate.ExchangeRates;
import io.kehu.platform.json.PlainNumbers;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes reports on the orders that the caller may read. All queries of a report see the
 * same state.
 */
@Service
class SalesReports {

	private static final int GROWTH_DECIMALS = 4;

	private final SalesSource source;

	private final SalesReading reading;

	private final ExchangeRates rates;

	private final ProductCatalog products;

	private final Clock clock;

	SalesReports(SalesSource source, SalesReading reading, ExchangeRates rates, ProductCatalog products, Clock clock) {
		this.source = source;
		this.reading = reading;
		this.rates = rates;
		this.products = products;
		this.clock = clock;
	}

	/**
	 * Returns a report.
	 * @param comparing whether to add the revenue of the year before
	 * @throws ProblemException 400 if there are too many rows, 409 if there is no rate
	 * for a currency
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public SalesReport report(SalesQuery query, boolean comparing) {
		SalesSource.Figures figures = this.source.of(query);
		List<SalesReport.PeriodRate> used = rates(figures, query);
		List<SalesReading.Figure> found = this.reading.figures(figures, query, used);
		Earlier before = comparing ? yearBefore(query) : new Earlier(Map.of(), List.of());
		Map<UUID, String> names = (query.by() == SalesDimension.PRODUCT) ? names(found) : Map.of();
		List<SalesReport.SalesRow> rows = found.stream()
			.map((one) -> row(one, name(one.member(), names), comparing, before.figures().get(yearBefore(one))))
			.toList();
		return new SalesReport(query.interval(), query.by(), query.from(), query.to(), rows, totals(query),
				Stream.concat(before.rates().stream(), used.stream())
					.filter((one) -> !one.rate().from().equals(one.rate().to()))
					.toList(),
				figures.rolledUp());
	}

	private List<SalesReport.PeriodRate> rates(SalesSource.Figures figures, SalesQuery query) {
		String currency = query.currency();
		if (currency == null) {
			return List.of();
		}
		LocalDate today = LocalDate.now(this.clock);
		List<SalesReport.PeriodRate> used = new ArrayList<>();
		for (SalesReading.PeriodCurrency one : this.reading.periods(figures)) {
			LocalDate last = query.interval().last(one.period());
			LocalDate day = last.isAfter(today) ? today : last;
			used.add(new SalesReport.PeriodRate(one.period(), Objects
				.requireNonNull(this.rates.find(List.of(one.currency()), currency, day).get(one.currency()))));
		}
		return used;
	}

	private Earlier yearBefore(SalesQuery query) {
		SalesQuery earlier = query.yearBefore();
		SalesSource.Figures figures = this.source.of(earlier);
		List<SalesReport.PeriodRate> used = rates(figures, earlier);
		Map<Place, SalesReading.Figure> before = new HashMap<>();
		this.reading.figures(figures, earlier, used)
			.forEach((one) -> before.put(new Place(one.period(), one.member(), one.currency()), one));
		return new Earlier(before, used);
	}

	private static Place yearBefore(SalesReading.Figure one) {
		return new Place(one.period().minusYears(1), one.member(), one.currency());
	}

	private static @Nullable String name(@Nullable UUID member, Map<UUID, String> names) {
		return (member != null) ? names.get(member) : null;
	}

	private Map<UUID, String> names(List<SalesReading.Figure> found) {
		List<UUID> ids = found.stream()
			.<@Nullable UUID>map(SalesReading.Figure::member)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.distinct()
			.toList();
		Map<UUID, String> names = new HashMap<>();
		for (CatalogProduct product : this.products.find(ids, List.of())) {
			names.put(product.id(), product.name());
		}
		return names;
	}

	private List<SalesReport.SalesTotal> totals(SalesQuery query) {
		SalesQuery total = query.total();
		SalesSource.Figures figures = this.source.of(total);
		Map<String, SalesReading.Figure> sums = new TreeMap<>();
		this.reading.figures(figures, total, rates(figures, total))
			.forEach((one) -> sums.merge(one.currency(), one, SalesReading.Figure::plus));
		return sums.values()
			.stream()
			.map((one) -> new SalesReport.SalesTotal(one.orders(), one.lines(), PlainNumbers.plain(one.quantity()),
					one.money(), one.average()))
			.toList();
	}

	private static SalesReport.SalesRow row(SalesReading.Figure one, @Nullable String name, boolean comparing,
			SalesReading.@Nullable Figure before) {
		BigDecimal earlier = (before != null) ? before.revenue() : BigDecimal.ZERO;
		BigDecimal growth = (comparing && earlier.signum() != 0)
				? one.revenue().subtract(earlier).divide(earlier.abs(), GROWTH_DECIMALS, RoundingMode.HALF_EVEN) : null;
		return new SalesReport.SalesRow(one.period(), one.member(), name, one.orders(), one.lines(),
				PlainNumbers.plain(one.quantity()), one.money(), one.average(), comparing ? one.money(earlier) : null,
				growth);
	}

	/**
	 * Identifies a figure.
	 */
	private record Place(LocalDate period, @Nullable UUID member, String currency) {
	}

	/**
	 * The figures of the year before, and the rates that converted them.
	 */
	private record Earlier(Map<Place, SalesReading.Figure> figures, List<SalesReport.PeriodRate> rates) {
	}

}
