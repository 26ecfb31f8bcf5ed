package io.kehu.platform.webhook;

import java.util.Locale;

/**
 * Whether a webhook receives events.
 */
enum WebhookStatus {

	ACTIVE,

	/** Its receiver has answered 410 (Gone). */
	UNSUBSCRIBED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
