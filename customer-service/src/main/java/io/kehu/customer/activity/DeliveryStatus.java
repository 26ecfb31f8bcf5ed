package io.kehu.customer.activity;

import java.util.Locale;

/**
 * What has become of an e-mail that was sent here.
 */
enum DeliveryStatus {

	/** It waits for the mail server. */
	QUEUED,

	/** The mail server has accepted it. */
	SENT,

	/** It was given up. */
	FAILED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
