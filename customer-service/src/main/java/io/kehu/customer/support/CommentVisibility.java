package io.kehu.customer.support;

import java.util.Locale;

/**
 * Who can read a comment on a case.
 */
enum CommentVisibility {

	/** The customer, and all who can read the case. */
	PUBLIC,

	/** Those who can change the case. */
	INTERNAL;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
