package io.kehu.customer.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CampaignContractTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456Z");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void isPublishedAsTheSchemaSays() {
		Campaign campaign = new Campaign(new CampaignDetails("SPRING", "Spring", null, "newsletter",
				new Money("1200", "EUR"), List.of(UUID.randomUUID()), List.of(), "Unsubscribe",
				List.of(new CampaignStep(0, "Hello", "World"))), NOW);
		campaign.delete(NOW);
		for (String action : CampaignEvent.EVENTS.actions()) {
			String type = CampaignEvent.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(campaign.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(CampaignEvent.EVENTS.topic(), type);
		}
	}

}
