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
			‪+49 30‑12345‬      | +493012345
			＋４９ 30 12345      | +493012345
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
			+49 4333 633333, Ext 12    |     | 12
			+49 4333 633333 #12        |     | 12
			+49 4333 633333 extension: 12 |  | 12
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

	@ParameterizedTest
	@ValueSource(strings = { "+49 30 123456 home", "+49 30 123456 Hr", "+49 30 12345*6", "Privat: +49 30 123456",
			"+49 30 123456 (home)", "+1 800 FLOWERS", "+49 30 123456 Hr ext. 5", "+49 30 123456 ext. 5 home",
			"tel:+49-30-123456 Hr", "+49 30 123456?", "+49 30 123456, +49 30 654321" })
	void isKeptForValidationToRefuseWhenItContainsOtherText(String given) {
		assertThat(new PhoneNumber(given, null, null, false).number()).isEqualTo(given);
		assertThat(Contacts.isInternationalNumber(given)).isFalse();
		assertThat(PhoneNumber.normalized(given)).isEqualTo(given);
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
