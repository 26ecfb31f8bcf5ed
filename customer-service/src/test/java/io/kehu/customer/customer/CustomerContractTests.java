package io.kehu.customer.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomerContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@EnumSource(CustomerEvent.class)
	void publishesWhatItsSchemasSay(CustomerEvent event) {
		for (CustomerDetails details : List.of(full(), bare())) {
			Customer customer = Customer.register(details, Instant.parse("2026-01-01T00:00:00.123456Z"));
			if (event == CustomerEvent.DELETED) {
				customer.delete(Instant.parse("2026-01-02T00:00:00Z"));
			}
			if (event == CustomerEvent.MERGED) {
				customer.mergeInto(UUID.randomUUID(), Instant.parse("2026-01-02T00:00:00Z"));
			}
			String type = event.of(null, customer.view()).type();
			ObjectNode data = JSON.valueToTree(customer.view());
			PersonalData.of(CustomerView.class).removeSealed(data);
			assertThat(data.has("taxNumber")).isFalse();
			EventContract.check(type, data.toString());
			EventContract.checkSample(type);
			EventContract.checkDescription(CustomerEvent.TOPIC, type);
		}
	}

	@Test
	void refusesWhatIsNoCustomer() {
		assertThatThrownBy(() -> EventContract.check("io.kehu.customer.registered.v1", "{\"id\": 1}"))
			.isInstanceOf(AssertionError.class);
	}

	private static CustomerDetails full() {
		return new CustomerDetails(CustomerKind.PERSON, "", "Ada", "Lovelace", CustomerStatus.ACTIVE,
				List.of(new EmailAddress("ada@example.org", "work", true)),
				List.of(new PhoneNumber("+44 20 7946 0958", "12", null, false)),
				List.of(new PostalAddress("billing", "12 St James's Square", null, "SW1Y 4JH", "London", null, "GB",
						LocalDate.of(1840, 1, 1), null)),
				LocalDate.of(1815, 12, 10), "GB 123",
				List.of(new BankAccount("DE89370400440532013000", "COBADEFFXXX", null, null)), List.of("mathematics"),
				Map.of("engine", "analytical"), List.of(new ExternalId("legacy", "1")), null, Ownership.NONE);
	}

	private static CustomerDetails bare() {
		return new CustomerDetails(CustomerKind.COMPANY, "Acme", null, null, CustomerStatus.PROSPECT, List.of(),
				List.of(), List.of(), null, null, List.of(), List.of(), Map.of(), List.of(), null, Ownership.NONE);
	}

}
