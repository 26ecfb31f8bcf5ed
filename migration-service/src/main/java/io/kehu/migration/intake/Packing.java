package io.kehu.migration.intake;

/**
 * The ways of compression that are undone while reading.
 */
public enum Packing {

	/** RFC 1952. */
	GZIP,
	/** RFC 8878. */
	ZSTD

}
