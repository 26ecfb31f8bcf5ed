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
		assertThat(new PhoneNumber(given, null, null, false).number()).isEqualTo(stored);
	}

	@ParameterizedTest
	@ValueSource(strings = { "030 12345", "12", "call me", "+999999999999999999", "" })
	void isKeptForValidationToRefuseWhenItIsNotInternational(String given) {
		assertThat(new PhoneNumber(given, null, null, false).number()).isEqualTo(given);
		assertThat(Contacts.isInternationalNumber(given)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+49 4333 633333 ext. 543   |     | 543
			+49 4333 633333;ext=7      |     | 7
			+49 4333 633333 x12        |     | 12
			+49 4333 633333            | 543 | 543
			+49 4333 633333 ext. 543   | 543 | 543
			+49 4333 633333            |     |
			""")
	void keepsItsExtension(String given, String extension, String kept) {
		PhoneNumber phone = new PhoneNumber(given, extension, null, false);
		assertThat(phone.number()).isEqualTo("+494333633333");
		assertThat(phone.extension()).isEqualTo(kept);
		assertThat(new PhoneNumber(phone.number(), phone.extension(), null, false)).isEqualTo(phone);
	}

	@Test
	void isRefusedRatherThanLosingAPart() {
		for (PhoneNumber phone : new PhoneNumber[] { new PhoneNumber("+49 4333 633333 ext. 5", "6", null, false),
				new PhoneNumber("tel:+49-4333-633333;isub=1", null, null, false) }) {
			assertThat(Contacts.isInternationalNumber(phone.number())).isFalse();
		}
	}

	@Test
	void isEmptyWhenItIsMissing() {
		assertThat(new PhoneNumber(null, null, null, false).number()).isEmpty();
	}

}
