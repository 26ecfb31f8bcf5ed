package io.kehu.customer.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class ContactContractTests {

	static final Collection<String> ACTIONS = ContactConfiguration.EVENTS.actions();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemaSays(String action) {
		for (ContactDetails details : List.of(full(), bare())) {
			Contact contact = DetailedRecord.create(Contact.class, details,
					Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (action.equals("deleted")) {
				contact.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = ContactConfiguration.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(contact.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(ContactConfiguration.EVENTS.topic(), type);
		}
	}

	private static ContactDetails full() {
		return new ContactDetails(UUID.randomUUID(), "Grace", "Hopper", "decision-maker", "Admiral",
				LocalDate.of(2024, 5, 1), LocalDate.of(2026, 1, 31), true,
				List.of(new EmailAddress("grace@example.org", "work", true)),
				List.of(new PhoneNumber("+44 20 7946 0958", "12", null, false)),
				List.of(new ExternalId("legacy", "1")));
	}

	private static ContactDetails bare() {
		return new ContactDetails(UUID.randomUUID(), null, "Hopper", null, null, null, null, false, List.of(),
				List.of(), List.of());
	}

}
