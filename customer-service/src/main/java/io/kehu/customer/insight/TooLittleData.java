package io.kehu.customer.insight;

import java.util.Locale;

/**
 * Why there is no figure.
 *
 * @param detail the reason in words, with what would be enough
 */
record TooLittleData(Reason code, String detail) {

	/**
	 * The kinds of reasons.
	 */
	enum Reason {

		/** No fit has been completed. */
		NO_FIT,

		/** The customer had no orders on the day of the data. */
		NO_PURCHASES,

		/** None of the customer's orders is in the currency of the fit. */
		OTHER_CURRENCY,

		/** Too few customers, or too few that bought again. */
		TOO_FEW_CUSTOMERS,

		/** The first order is too recent. */
		TOO_SHORT,

		/** No parameters explain the data better than all others. */
		NO_STABLE_FIT;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
