package io.kehu.migration.clean.standardise;

import java.util.Locale;

/**
 * What becomes of capital and small letters.
 */
public enum LetterCase {

	/** They stay. */
	AS_IS,

	/** All small. */
	LOWER,

	/** All capital. */
	UPPER,

	/** Each word begins with a capital. */
	TITLE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
