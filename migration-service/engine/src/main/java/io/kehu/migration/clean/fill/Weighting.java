package io.kehu.migration.clean.fill;

import java.util.Locale;

/**
 * How much each neighbour counts.
 */
public enum Weighting {

	/** All the same. */
	UNIFORM,

	/** The inverse of its distance; neighbours at no distance count alone. */
	DISTANCE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
