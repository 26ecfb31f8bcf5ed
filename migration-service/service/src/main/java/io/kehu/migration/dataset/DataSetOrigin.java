package io.kehu.migration.dataset;

import java.util.Locale;

/**
 * The origin of the rows of a data set.
 */
public enum DataSetOrigin {

	/** An uploaded file. */
	FILE,

	/** The cleaning of another data set. */
	CLEANING,

	/** Other data sets without their duplicates. */
	MERGE,

	/** The customers that customer-service has. */
	LIVE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
