package io.kehu.customer.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class ConsentContractTests {

	static final Collection<String> ACTIONS = ConsentConfiguration.EVENTS.actions();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456Z");

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemaSays(String action) {
		for (UUID contact : new UUID[] { UUID.randomUUID(), null }) {
			Consent consent = DetailedRecord.create(Consent.class,
					new ConsentDetails(UUID.randomUUID(), contact, "newsletter", ConsentChannel.EMAIL,
							ConsentDecision.GRANTED, NOW, "Form 7", List.of(new ExternalId("legacy", "1"))),
					NOW);
			consent.delete(NOW);
			String type = ConsentConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(consent.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(ConsentConfiguration.EVENTS.topic(), type);
		}
	}

}
