package io.kehu.platform.webhook;

import java.util.Locale;

/**
 * What has become of an event that is sent to a webhook.
 */
enum DeliveryState {

	WAITING, DELIVERED,

	/** It was given up; it can be redriven. */
	DEAD;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
