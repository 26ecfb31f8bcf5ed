package io.kehu.customer.campaign;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.Candidate;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares campaigns.
 */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

	@Bean
	RecordStore<CampaignDetails, Campaign, CampaignView> campaigns(RecordStores stores,
			@Qualifier("segments") Referable segments) {
		return stores.of(Campaign.class, Campaign::new, CampaignEvent.EVENTS)
			.permission("campaign")
			.unique("code", CampaignDetails::code, (campaign) -> campaign.details().code())
			.check((candidate) -> check(candidate, segments))
			.intent("start", Campaign::start)
			.intent("pause", Campaign::pause)
			.intent("resume", Campaign::resume)
			.intent("stop", Campaign::stop)
			.fields((fields) -> fields.text("code", (campaign) -> campaign.details().code())
				.name("name", (campaign) -> campaign.details().name())
				.text("purpose", (campaign) -> campaign.details().purpose())
				.enumeration("status", CampaignStatus.class)
				.optionalInstant("startedAt", (campaign) -> campaign.view().startedAt())
				.search("search_text_of(r.code || ' ' || r.name)"))
			.build();
	}

	private static void check(Candidate<CampaignDetails> candidate, Referable segments) {
		CampaignDetails details = candidate.details();
		if (candidate.changes(CampaignDetails::steps)) {
			for (int i = 0; i < details.steps().size(); i++) {
				CampaignStep step = details.steps().get(i);
				MailTemplate.check("/steps/%d/subject".formatted(i), step.subject(), false);
				MailTemplate.check("/steps/%d/text".formatted(i), step.text(), true);
			}
		}
		if (candidate.changes(CampaignDetails::segmentIds)) {
			checkSegments("/segmentIds", details.segmentIds(), segments);
		}
		if (candidate.changes(CampaignDetails::excludedSegmentIds)) {
			checkSegments("/excludedSegmentIds", details.excludedSegmentIds(), segments);
		}
	}

	private static void checkSegments(String pointer, List<UUID> ids, Referable segments) {
		Set<UUID> found = ids.isEmpty() ? Set.of() : segments.referable(ids, AccessLevel.READ);
		for (int i = 0; i < ids.size(); i++) {
			if (!found.contains(ids.get(i))) {
				throw ProblemException.invalid("%s/%d".formatted(pointer, i), "unknown_reference",
						"there is no segment with this id");
			}
		}
	}

}
