package io.kehu.customer.campaign;

import java.util.List;
import java.util.UUID;

import io.kehu.customer.consent.MailConsents;
import io.kehu.platform.problem.ProblemException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what recipients do with the e-mails of campaigns.
 */
@Service
class MailResponses {

	private final MailLinks links;

	private final MessageStore messages;

	private final CampaignRepository campaigns;

	private final MailConsents consents;

	MailResponses(MailLinks links, MessageStore messages, CampaignRepository campaigns, MailConsents consents) {
		this.links = links;
		this.messages = messages;
		this.campaigns = campaigns;
		this.consents = consents;
	}

	/** Notes that an e-mail was opened. */
	@Transactional
	public void opened(String token) {
		responded(token, MessageStore.Response.OPENED);
	}

	/**
	 * Notes that a link was followed.
	 * @return where it leads, which is an address in the template of the step
	 */
	@Transactional
	public String clicked(String token, int number) {
		UUID id = this.links.message(token);
		MessageStore.Responded message = this.messages.find(id).orElseThrow(MailLinks::none);
		List<String> addresses = new MailTemplate(details(message).steps().get(message.step()).text()).links();
		if (number < 0 || number >= addresses.size()) {
			throw MailLinks.none();
		}
		this.messages.responded(id, MessageStore.Response.CLICKED);
		return addresses.get(number);
	}

	/** Withdraws the consent of the recipient to the purpose of the campaign. */
	@Transactional
	public void unsubscribed(String token) {
		MessageStore.Responded message = responded(token, MessageStore.Response.OPTED_OUT);
		CampaignDetails campaign = details(message);
		this.consents.withdraw(message.customerId(), message.contactId(), campaign.purpose(),
				"Unsubscribed by the link in e-mail %s of the campaign %s".formatted(this.links.message(token),
						campaign.code()));
	}

	/**
	 * Checks the address to unsubscribe by.
	 * @throws ProblemException 404 if there is no such e-mail
	 */
	@Transactional(readOnly = true)
	public void check(String token) {
		if (this.messages.find(this.links.message(token)).isEmpty()) {
			throw MailLinks.none();
		}
	}

	private MessageStore.Responded responded(String token, MessageStore.Response response) {
		return this.messages.responded(this.links.message(token), response).orElseThrow(MailLinks::none);
	}

	private CampaignDetails details(MessageStore.Responded message) {
		return this.campaigns.findById(message.campaignId()).orElseThrow(MailLinks::none).details();
	}

}
