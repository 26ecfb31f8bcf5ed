package io.kehu.customer.campaign;

import java.util.Locale;

/**
 * What has become of an e-mail of a campaign. What its recipient did with it is noted
 * beside.
 */
enum MessageStatus {

	/** It is to be sent when it is due. */
	QUEUED,

	/** An instance is sending it. */
	SENDING,

	/** The mail server has accepted it. */
	SENT,

	/**
	 * It may have been sent: the instance or the connection died meanwhile. It is not
	 * sent again.
	 */
	UNKNOWN,

	/** The mail server has refused it. */
	FAILED,

	/** It was sent, and reported as undeliverable. */
	BOUNCED,

	/** It was not sent, for a reason that is noted. */
	SKIPPED,

	/** It was not sent, since the campaign was stopped. */
	CANCELLED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
