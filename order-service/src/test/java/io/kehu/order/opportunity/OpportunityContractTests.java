package io.kehu.order.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.money.Money;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpportunityContractTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456Z");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static void check(RecordEvents events, List<DetailedRecord<?, ?>> records) {
		for (String action : events.actions()) {
			String type = events.type(action);
			records.forEach((record) -> EventContract.check(type, JSON.writeValueAsString(record.view())));
			EventContract.checkSample(type);
			EventContract.checkDescription(events.topic(), type);
		}
	}

	@Test
	void pipelinesArePublishedAsTheirSchemaSays() {
		Pipeline deleted = new Pipeline(new PipelineDetails("Sales", List.of(new Stage("first", "First", 10)),
				List.of(new CloseReason("price", "Price", Outcome.LOST))), NOW);
		deleted.delete(NOW);
		check(OpportunityConfiguration.PIPELINE_EVENTS, List.of(deleted));
	}

	@Test
	void opportunitiesArePublishedAsTheirSchemaSays() {
		Money money = new Money("1", "EUR");
		Opportunity full = new Opportunity(UUID.randomUUID(), UUID.randomUUID(), Rank.of(1),
				new OpportunityDetails("Tea", UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
						UUID.randomUUID(), "first", money, 7, LocalDate.of(2026, 3, 31),
						List.of(new SoldProduct(UUID.randomUUID(), BigDecimal.TEN, money)), List.of("Coffee Ltd"),
						List.of(new ExternalId("legacy", "1")), new Ownership(UUID.randomUUID(), UUID.randomUUID())),
				NOW);
		full.close(Outcome.LOST, new Closing("price", "Coffee Ltd", "Too dear"), NOW.minusSeconds(1));
		full.delete(NOW);
		Opportunity bare = new Opportunity(Rank.of(2), new OpportunityDetails("Tea", UUID.randomUUID(), null, null,
				UUID.randomUUID(), "first", null, null, null, List.of(), List.of(), List.of(), Ownership.NONE), NOW);
		check(OpportunityEvent.EVENTS, List.of(full, bare));
	}

}
