package io.kehu.order.invoice;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.platform.problem.ProblemException;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Numbers invoices without gaps. The last number of a series is locked until the
 * transaction ends, so that a transaction that fails leaves no gap, and the next one
 * waits for its outcome.
 */
@Repository
class InvoiceNumbers {

	private static final Pattern NUMBER = Pattern.compile("([A-Z]{1,10})-(\\d{6,15})");

	private static final String NEXT = """
			insert into invoice_series as s (series, last) values (?, 1)
			on conflict (series) do update set last = s.last + 1 returning last""";

	private static final String USED = """
			insert into invoice_series as s (series, last) values (?, ?)
			on conflict (series) do update set last = greatest(s.last, excluded.last)""";

	private final JdbcTemplate jdbc;

	InvoiceNumbers(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns the next number of a series, for example {@code INV-000123}. */
	String next(String series) {
		return "%s-%06d".formatted(series, Objects.requireNonNull(this.jdbc.queryForObject(NEXT, Long.class, series)));
	}

	/**
	 * Continues after a number that another system has given, if it looks like these.
	 * @throws ProblemException 400 if it is a number of another series
	 */
	void use(String series, String number) {
		Matcher known = NUMBER.matcher(number);
		if (known.matches()) {
			if (!known.group(1).equals(series)) {
				throw ProblemException.invalid("/number", "conflict", "is of another series than " + series);
			}
			this.jdbc.update(USED, known.group(1), Long.parseLong(known.group(2)));
		}
	}

}
