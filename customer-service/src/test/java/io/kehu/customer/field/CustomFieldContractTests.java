package io.kehu.customer.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CustomFieldContractTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456Z");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void isPublishedAsTheSchemaSays() {
		CustomField field = new CustomField(new CustomFieldDetails("size", "Size", CustomFieldType.NUMBER, true, false,
				List.of(), BigDecimal.ONE, new BigDecimal("10.0"), 0, null, new BigDecimal("5.0"), 3), NOW);
		field.delete(NOW);
		RecordEvents events = CustomFieldConfiguration.EVENTS;
		for (String action : events.actions()) {
			String type = events.type(action);
			EventContract.check(type, JSON.writeValueAsString(field.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(events.topic(), type);
		}
	}

}
