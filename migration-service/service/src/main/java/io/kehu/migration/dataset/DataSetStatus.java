package io.kehu.migration.dataset;

import java.util.Locale;

/**
 * The status of a data set.
 */
public enum DataSetStatus {

	/** A job is writing them. */
	STAGING,

	/** The rows are available. */
	READY,

	/** The rows could not be read; none is kept. */
	FAILED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
