package io.kehu.customer.campaign;

import java.time.Clock;
import java.util.UUID;

import io.kehu.platform.record.DueRecords;
import io.kehu.platform.record.RecordStore;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Completes campaigns once all of their e-mails have been handled.
 */
@Component
class CampaignCompletion {

	private final RecordStore<CampaignDetails, Campaign, CampaignView> campaigns;

	private final CampaignRepository repository;

	private final DueRecords due;

	private final Clock clock;

	CampaignCompletion(RecordStore<CampaignDetails, Campaign, CampaignView> campaigns, CampaignRepository repository,
			DueRecords due, Clock clock) {
		this.campaigns = campaigns;
		this.repository = repository;
		this.due = due;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${kehu.campaign.interval:PT30S}",
			fixedDelayString = "${kehu.campaign.interval:PT30S}")
	void run() {
		this.due.process("campaign:completion", this.repository::findHandled, this::complete);
	}

	private boolean complete(UUID id) {
		return this.repository.holdRunning(id).map((campaign) -> {
			CampaignView before = campaign.view();
			this.campaigns.record(campaign.complete(this.clock.instant()), campaign, before);
			return true;
		}).orElse(false);
	}

}
