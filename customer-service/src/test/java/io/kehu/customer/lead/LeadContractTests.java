package io.kehu.customer.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.customer.lead.LeadConversion.Kept;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.money.Money;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LeadContractTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456Z");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void isPublishedAsTheSchemaSays() {
		Lead bare = new Lead(new LeadDetails("other", "Acme", null, null, null, List.of(), List.of(), null, null, null,
				null, null, null, null, List.of(), Ownership.NONE), NOW);
		Lead full = new Lead(new LeadDetails("web", "Acme", "Grace", "Hopper", "Admiral",
				List.of(new EmailAddress("grace@example.org", "work", true)),
				List.of(new PhoneNumber("+442079460958", null, "work", true)), "London", "GB", "mining", 7, "Drills",
				new Money("1.00", "EUR"), "Call back", List.of(new ExternalId("legacy", "1")),
				new Ownership(UUID.randomUUID(), UUID.randomUUID())), NOW);
		full.convert(new LeadConversion(UUID.randomUUID(), true, UUID.randomUUID(), true,
				new LeadConversion.Opportunity(UUID.randomUUID(), "Drills", new Money("1.00", "EUR"),
						LocalDate.of(2026, 12, 1)),
				NOW, null, List.of()), NOW);
		String converted = JSON.writeValueAsString(full.view());
		full.undoConversion(
				List.of(new Kept(LeadConversion.Kind.CUSTOMER, UUID.randomUUID(), LeadConversion.Reason.IN_USE)), NOW);
		full.delete(NOW);
		for (String action : LeadEvent.EVENTS.actions()) {
			String type = LeadEvent.EVENTS.type(action);
			for (String json : List.of(JSON.writeValueAsString(bare.view()), converted,
					JSON.writeValueAsString(full.view()))) {
				EventContract.check(type, json);
			}
			EventContract.checkSample(type);
			EventContract.checkDescription(LeadEvent.EVENTS.topic(), type);
		}
	}

}
