package io.kehu.customer.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+44 20 7946 0958      | +442079460958
			+44 (0)20 7946-0958   | +442079460958
			+49/30/12345          | +493012345
			tel:+49-30-12345      | +493012345
			+442079460958         | +442079460958
			""")
	void isStoredInE164(String given, String stored) {
		assertThat(new PhoneNumber(given, null, false).number()).isEqualTo(stored);
	}

	@ParameterizedTest
	@ValueSource(strings = { "030 12345", "12", "call me", "+999999999999999999", "" })
	void isKeptForValidationToRefuseWhenItIsNotInternational(String given) {
		assertThat(new PhoneNumber(given, null, false).number()).isEqualTo(given);
		assertThat(Contacts.isInternationalNumber(given)).isFalse();
	}

	@Test
	void isEmptyWhenItIsMissing() {
		assertThat(new PhoneNumber(null, null, false).number()).isEmpty();
	}

}
