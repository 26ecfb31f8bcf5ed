package io.kehu.customer.activity;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The unit of the interval at which a task repeats.
 */
enum RepeatUnit {

	DAY(ChronoUnit.DAYS), WEEK(ChronoUnit.WEEKS), MONTH(ChronoUnit.MONTHS), YEAR(ChronoUnit.YEARS);

	private final ChronoUnit unit;

	RepeatUnit(ChronoUnit unit) {
		this.unit = unit;
	}

	ChronoUnit unit() {
		return this.unit;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
