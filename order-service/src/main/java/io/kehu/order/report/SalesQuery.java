package io.kehu.order.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param from the first day
 * @param to the last day
 * @param filters the members to which sales are limited, by dimension
 * @param currency the currency to convert to, or null for none
 * @param top the number of members with the highest revenue to show, or null for all
 */
record SalesQuery(SalesInterval interval, SalesDimension by, LocalDate from, LocalDate to,
		Map<SalesDimension, UUID> filters, @Nullable String currency, @Nullable Integer top) {

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 9998;

	private static final int MOST_PERIODS = 1100;

	private static final int MOST_MEMBERS = 1000;

	/**
	 * Checks that the parameters fit together.
	 * @throws ProblemException 400 if they do not
	 */
	SalesQuery checked() {
		checkDays();
		LocalDate end = this.interval.first(this.from);
		for (int i = 0; i < MOST_PERIODS && !end.isAfter(this.to); i++) {
			end = this.interval.next(end);
		}
		if (!end.isAfter(this.to)) {
			throw ProblemException.invalidParameter("from", "out_of_range",
					"must be at most %d periods before to".formatted(MOST_PERIODS));
		}
		if (this.top != null && (this.top < 1 || this.top > MOST_MEMBERS)) {
			throw ProblemException.invalidParameter("top", "out_of_range", "must be 1 to " + MOST_MEMBERS);
		}
		if (this.top != null && this.by == SalesDimension.NONE) {
			throw ProblemException.invalidParameter("top", "invalid_value", "needs a dimension in by");
		}
		return this;
	}

	/**
	 * Checks that the days are in order.
	 * @throws ProblemException 400 if they are not
	 */
	void checkDays() {
		if (this.to.isBefore(this.from)) {
			throw ProblemException.invalidParameter("to", "out_of_range", "must not be before from");
		}
		if (this.from.getYear() < FIRST_YEAR || this.to.getYear() > LAST_YEAR) {
			throw ProblemException.invalidParameter("from", "out_of_range",
					"must be in the years %d to %d, like to".formatted(FIRST_YEAR, LAST_YEAR));
		}
	}

	/** Returns the filters that are not null. */
	static Map<SalesDimension, UUID> filters(@Nullable UUID product, @Nullable UUID customer, @Nullable UUID owner,
			@Nullable UUID team) {
		Map<SalesDimension, UUID> filters = new EnumMap<>(SalesDimension.class);
		add(filters, SalesDimension.PRODUCT, product);
		add(filters, SalesDimension.CUSTOMER, customer);
		add(filters, SalesDimension.OWNER, owner);
		add(filters, SalesDimension.TEAM, team);
		return filters;
	}

	private static void add(Map<SalesDimension, UUID> filters, SalesDimension dimension, @Nullable UUID member) {
		if (member != null) {
			filters.put(dimension, member);
		}
	}

	/** Returns whether the days are whole months. */
	boolean wholeMonths() {
		return this.from.getDayOfMonth() == 1 && this.to.plusDays(1).getDayOfMonth() == 1;
	}

	/** Returns the query of the sums for all members. */
	SalesQuery total() {
		return new SalesQuery(this.interval, SalesDimension.NONE, this.from, this.to, this.filters, this.currency,
				null);
	}

	/** Returns the query for the year before, for all members. */
	SalesQuery yearBefore() {
		LocalDate end = (this.to.plusDays(1).getDayOfMonth() == 1) ? this.to.plusDays(1).minusYears(1).minusDays(1)
				: this.to.minusYears(1);
		return new SalesQuery(this.interval, this.by, this.from.minusYears(1), end, this.filters, this.currency, null);
	}

}
