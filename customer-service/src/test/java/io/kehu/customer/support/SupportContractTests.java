package io.kehu.customer.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SupportContractTests {

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
	void calendarsArePublishedAsTheirSchemaSays() {
		Calendar deleted = new Calendar(new CalendarDetails("Office", "Europe/Berlin",
				List.of(new WeeklyHours(Weekday.MONDAY, "09:00", "24:00")), List.of(LocalDate.of(2026, 12, 25))), NOW);
		deleted.delete(NOW);
		check(SupportConfiguration.CALENDAR_EVENTS, List.of(deleted));
	}

	@Test
	void agreementsArePublishedAsTheirSchemaSays() {
		check(SupportConfiguration.AGREEMENT_EVENTS, List.of(new Agreement(new AgreementDetails("Gold",
				UUID.randomUUID(), null, new Targets(null, new Target(60, 600), null, new Target(5, 10))), NOW)));
	}

	@Test
	void casesArePublishedAsTheirSchemaSays() {
		SupportCase full = new SupportCase(7,
				new CaseDetails(UUID.randomUUID(), UUID.randomUUID(), "Fire", "Since today", Priority.URGENT,
						CaseOrigin.PHONE, UUID.randomUUID(), List.of(new ExternalId("legacy", "1"))),
				NOW);
		full.assign(UUID.randomUUID(), UUID.randomUUID(), NOW);
		full.calculate(SupportCaseTests.LEVEL, NOW);
		full.resolve(NOW.plusSeconds(1));
		full.close(NOW.plusSeconds(2));
		full.mergeInto(UUID.randomUUID(), NOW.plusSeconds(3));
		check(CaseEvent.EVENTS, List.of(full, SupportCaseTests.bare(NOW)));
	}

}
