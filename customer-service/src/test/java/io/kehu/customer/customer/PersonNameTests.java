package io.kehu.customer.customer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonNameTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "Ada,Lovelace,Ada Lovelace", "伟,王,王伟", "민수,김,김민수", "太郎,山田,山田太郎",
			"Wei,王,Wei 王", "-,王,王", "Ada,-,Ada", "-,-,''" })
	void followsTheOrderOfThePerson(String givenName, String familyName, String name) {
		assertThat(PersonName.of(givenName, familyName)).isEqualTo(name);
	}

}
