package io.kehu.customer.campaign;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.platform.mail.Bounce;
import io.kehu.platform.mail.BounceHandler;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes which e-mails of campaigns were reported as undeliverable. A report of a delay
 * has no effect.
 */
@Component
class CampaignBounces implements BounceHandler {

	private static final Pattern IDENTIFIER = Pattern
		.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.campaign@.+");

	private final MessageStore messages;

	CampaignBounces(MessageStore messages) {
		this.messages = messages;
	}

	@Override
	@Transactional
	public boolean handle(Bounce bounce) {
		Matcher matcher = IDENTIFIER.matcher(bounce.messageId());
		return matcher.matches() && this.messages.bounced(UUID.fromString(matcher.group(1)), bounce.status());
	}

}
