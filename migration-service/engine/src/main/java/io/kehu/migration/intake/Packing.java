package io.kehu.migration.intake;

import java.util.Locale;

/**
 * The ways of compression that are undone while reading.
 */
public enum Packing {

	/** RFC 1952. */
	GZIP,
	/** RFC 8878. */
	ZSTD;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
