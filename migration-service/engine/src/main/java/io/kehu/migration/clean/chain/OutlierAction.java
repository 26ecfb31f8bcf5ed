package io.kehu.migration.clean.chain;

import java.util.Locale;

/**
 * What becomes of a row whose number lies apart.
 */
public enum OutlierAction {

	/** It leaves the clean set, with the reason. */
	DROP,

	/** It stays, marked with the reason. */
	FLAG,

	/** It stays without the number. */
	EMPTY,

	/** It stays with the median of the rows around in the number's place. */
	ROLLING_MEDIAN;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
