package io.kehu.migration.dataset;

import java.util.Locale;

/**
 * Whether the rows of a data set are there.
 */
public enum DataSetStatus {

	/** A job is writing them. */
	STAGING,

	/** They are there. */
	READY,

	/** They could not be read, for the reason given; none is kept. */
	FAILED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
