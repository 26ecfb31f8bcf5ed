package io.kehu.customer.segment;

import java.util.Locale;

/**
 * How customers become members of a segment.
 */
enum SegmentKind {

	/** By a filter. */
	DYNAMIC,

	/** By hand. */
	STATIC;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
