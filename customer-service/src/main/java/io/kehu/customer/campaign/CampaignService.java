package io.kehu.customer.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.segment.DueSegments;
import io.kehu.platform.access.Access;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.ExpectedVersion;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts and stops campaigns, and shows what they send to whom.
 */
@Service
class CampaignService {

	private final RecordStore<CampaignDetails, Campaign, CampaignView> campaigns;

	private final DueSegments segments;

	private final Audience audience;

	private final MessageStore messages;

	private final Recipients recipients;

	private final Clock clock;

	CampaignService(RecordStore<CampaignDetails, Campaign, CampaignView> campaigns, DueSegments segments,
			Audience audience, MessageStore messages, Recipients recipients, Clock clock) {
		this.campaigns = campaigns;
		this.segments = segments;
		this.audience = audience;
		this.messages = messages;
		this.recipients = recipients;
		this.clock = clock;
	}

	/**
	 * Starts a campaign, and queues its e-mails to those whom the caller may see. What
	 * segments select is selected again.
	 */
	@Transactional
	public CampaignView start(UUID id, ExpectedVersion expected) {
		requireCustomers();
		boolean draft = this.campaigns.get(id).status() == CampaignStatus.DRAFT;
		CampaignView started = this.campaigns.act(id, expected, "start");
		if (draft) {
			refresh(started.details());
			this.audience.queue(id, started.details(), this.clock.instant());
		}
		return started;
	}

	/** Ends a campaign, and cancels what it has not sent. */
	@Transactional
	public CampaignView stop(UUID id, ExpectedVersion expected) {
		CampaignView stopped = this.campaigns.act(id, expected, "stop");
		this.messages.cancel(id);
		return stopped;
	}

	/** Counts those whom a campaign would reach if the caller started it now. */
	@Transactional
	public AudienceSize audience(UUID id) {
		requireCustomers();
		CampaignDetails campaign = this.campaigns.get(id).details();
		refresh(campaign);
		Instant now = this.clock.instant();
		return this.audience.count(campaign, now);
	}

	private void refresh(CampaignDetails campaign) {
		Set<UUID> all = new HashSet<>(campaign.segmentIds());
		all.addAll(campaign.excludedSegmentIds());
		this.segments.refresh(all);
	}

	/**
	 * Returns an e-mail as a customer or a contact would receive it.
	 * @throws ProblemException 400 if there is no such step, 404 if there is no such
	 * customer or contact for the caller
	 */
	@Transactional(readOnly = true)
	public CampaignMail preview(UUID id, PreviewRequest request) {
		CampaignDetails campaign = this.campaigns.get(id).details();
		if (request.step() >= campaign.steps().size()) {
			throw ProblemException.invalid("/step", "out_of_range",
					"must be 0 to %d".formatted(campaign.steps().size() - 1));
		}
		Recipient recipient = this.recipients.find(request.customerId(), request.contactId());
		return CampaignMail.preview(campaign, campaign.steps().get(request.step()), recipient);
	}

	private static void requireCustomers() {
		if (!Callers.current().may("customer:read")) {
			throw Access.forbidden();
		}
	}

}
