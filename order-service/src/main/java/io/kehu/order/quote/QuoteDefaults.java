package io.kehu.order.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.order.order.OrderLineDetails;
import io.kehu.order.order.QuotePricing;
import io.kehu.order.order.Quoted;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Fills in what the details of a quote leave out: its number, how long it is valid, and
 * the prices of its lines.
 */
@Component
class QuoteDefaults {

	private static final int DAYS = 30;

	private final QuotePricing pricing;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	QuoteDefaults(QuotePricing pricing, JdbcTemplate jdbc, Clock clock) {
		this.pricing = pricing;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Returns details with everything that they leave out. Lines are only priced again
	 * when they differ.
	 * @param before the details so far, or null for a new quote
	 */
	QuoteDetails complete(QuoteDetails given, @Nullable QuoteDetails before) {
		LocalDate until = given.validUntil();
		boolean same = before != null && given.lines().equals(before.lines())
				&& Objects.equals(given.currency(), before.currency());
		Set<UUID> known = (before == null) ? Set.of()
				: before.lines()
					.stream()
					.map(OrderLineDetails::productId)
					.filter(Objects::nonNull)
					.map(Objects::requireNonNull)
					.collect(Collectors.toSet());
		Quoted priced = same ? given.quoted() : this.pricing.complete(given.quoted(), known);
		return given.completed(number(given, before),
				(until != null) ? until : LocalDate.now(this.clock).plusDays(DAYS), priced);
	}

	private String number(QuoteDetails given, @Nullable QuoteDetails before) {
		if (given.number() != null) {
			return given.number();
		}
		return (before != null && before.number() != null) ? before.number()
				: "Q-%04d-%06d".formatted(LocalDate.now(this.clock).getYear(),
						Objects.requireNonNull(this.jdbc.queryForObject("select nextval('quote_number')", Long.class)));
	}

}
