package io.kehu.customer.consent;

import java.util.Locale;

/**
 * The way in which a person is reached.
 */
enum ConsentChannel {

	EMAIL, PHONE, SMS, POST, OTHER;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
