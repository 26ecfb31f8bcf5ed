package io.kehu.migration.clean.standardise;

/**
 * Counts the orders that the dates of a column show.
 */
final class OrderCount {

	/** One date in so many may show another order. */
	private static final int EXCEPTIONS = 20;

	private static final int LAST_DAY = 31;

	private static final int LAST_MONTH = 12;

	private long dayFirst;

	private long monthFirst;

	private long yearFirst;

	/**
	 * Counts a date of three numbers.
	 * @param open whether its year may stand first, so that it shows nothing
	 * @param times how often it occurs
	 */
	void add(int first, int second, String third, boolean open, int times) {
		if (third.length() == 2 && first > LAST_DAY && second <= LAST_MONTH) {
			this.yearFirst += times;
		}
		else if (!open) {
			this.dayFirst += (first > LAST_MONTH && first <= LAST_DAY && second <= LAST_MONTH) ? times : 0;
			this.monthFirst += (second > LAST_MONTH && second <= LAST_DAY && first <= LAST_MONTH) ? times : 0;
		}
	}

	/** Returns the order of all dates, save for a few exceptions, or none. */
	DateOrder order() {
		if (this.yearFirst > EXCEPTIONS * (this.dayFirst + this.monthFirst)) {
			return DateOrder.YEAR_FIRST;
		}
		if (this.dayFirst > EXCEPTIONS * (this.monthFirst + this.yearFirst)) {
			return DateOrder.DAY_FIRST;
		}
		return (this.monthFirst > EXCEPTIONS * (this.dayFirst + this.yearFirst)) ? DateOrder.MONTH_FIRST
				: DateOrder.BY_EVIDENCE;
	}

}
