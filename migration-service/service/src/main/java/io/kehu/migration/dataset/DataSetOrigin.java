package io.kehu.migration.dataset;

import java.util.Locale;

/**
 * Where the rows of a data set are from.
 */
public enum DataSetOrigin {

	/** A file that was brought. */
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
