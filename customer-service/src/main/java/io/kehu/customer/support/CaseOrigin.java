package io.kehu.customer.support;

import java.util.Locale;

/**
 * How a case came in.
 */
enum CaseOrigin {

	EMAIL, PHONE, WEB, CHAT, OTHER;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
