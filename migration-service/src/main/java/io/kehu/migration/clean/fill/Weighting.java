package io.kehu.migration.clean.fill;

/**
 * How much each neighbour counts.
 */
public enum Weighting {

	/** All the same. */
	UNIFORM,

	/** The inverse of its distance; neighbours at no distance count alone. */
	DISTANCE

}
