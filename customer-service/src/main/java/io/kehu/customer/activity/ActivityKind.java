package io.kehu.customer.activity;

import java.util.Locale;

/**
 * What an activity is; it never changes.
 */
enum ActivityKind {

	NOTE, CALL, MEETING, TASK, EMAIL;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
