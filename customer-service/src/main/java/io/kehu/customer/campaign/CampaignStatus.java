package io.kehu.customer.campaign;

import java.util.Locale;

/**
 * The status of a campaign.
 */
enum CampaignStatus {

	/** It can still be changed. */
	DRAFT,

	/** Its e-mails are sent when they are due. */
	RUNNING,

	/** No e-mails are sent until it is resumed. */
	PAUSED,

	/** All of its e-mails were handled. */
	COMPLETED,

	/** It was ended before. */
	STOPPED;

	/** Returns whether it will not run any more. */
	boolean ended() {
		return this == COMPLETED || this == STOPPED;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
