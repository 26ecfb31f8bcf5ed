package io.kehu.order.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Finds the exchange rates that apply on a day.
 */
@Repository
public class ExchangeRates {

	private static final MathContext PRECISION = new MathContext(20, RoundingMode.HALF_EVEN);

	/**
	 * The latest rates of both currencies; the base counts as one of its own units.
	 */
	private static final String FIND = """
			select day, source, rate_from, rate_to from (select day, source,
			case when base = ? then 1 else (rates ->> ?)::numeric end as rate_from,
			case when base = ? then 1 else (rates ->> ?)::numeric end as rate_to
			from exchange_rate_sheet where deleted_at is null and day <= ?) as sheet
			where rate_from is not null and rate_to is not null order by day desc limit 1""";

	private final JdbcTemplate jdbc;

	ExchangeRates(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the rates from several currencies to another, by currency: for each, the
	 * latest one that had been published for the day.
	 * @throws ProblemException 409 if there is no rate for a currency
	 */
	public Map<String, UsedRate> find(Collection<String> from, String to, LocalDate day) {
		Map<String, UsedRate> found = new TreeMap<>();
		from.forEach((currency) -> found.put(currency, find(currency, to, day)));
		return found;
	}

	private UsedRate find(String from, String to, LocalDate day) {
		if (from.equals(to)) {
			return new UsedRate(from, to, BigDecimal.ONE, day, null);
		}
		return this.jdbc
			.query(FIND,
					(row, number) -> new UsedRate(from, to,
							row.getBigDecimal("rate_to").divide(row.getBigDecimal("rate_from"), PRECISION),
							row.getObject("day", LocalDate.class), row.getString("source")),
					from, from, to, to, day)
			.stream()
			.findFirst()
			.orElseThrow(() -> ProblemException.of(HttpStatus.CONFLICT, "no-rate",
					"There is no exchange rate from %s to %s for %s or before.".formatted(from, to, day)));
	}

}
