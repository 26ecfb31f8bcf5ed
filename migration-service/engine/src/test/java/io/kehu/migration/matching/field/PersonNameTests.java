package io.kehu.migration.matching.field;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Dr. Anna Maria Beispiel|anna maria beispiel", "Beispiel, Anna|anna beispiel",
			"Sir John Roe, 1st Baronet|john roe", "J. Haig-Thomas|j haig-thomas", "Lord|lord" })
	void aWholeNameIsSplitWithoutTitles(String text, String words) {
		PersonName name = PersonName.ofWhole(text);

		assertThat(name).isNotNull();
		assertThat(name.words()).containsExactly(words.split(" "));
	}

	@Test
	void partsThatAreMissingStayMissing() {
		assertThat(PersonName.ofParts(null, null)).isNull();
		assertThat(PersonName.ofParts("anna", null)).isEqualTo(new PersonName(List.of("anna"), 0, -1, NameMarks.NONE));
		assertThat(PersonName.ofParts(null, "roe")).isEqualTo(new PersonName(List.of("roe"), -1, 0, NameMarks.NONE));
		assertThat(PersonName.ofWhole(" - ")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "1901-02-03,19010203", "19010203,19010203", "3.2.1901,19010203", "1859-83-01,18598301" })
	void daysAreReadLenientlyAndImpossibleOnesKept(String text, String digits) {
		assertThat(Dates.parse(text)).isEqualTo(digits);
	}

	@Test
	void textThatIsNoDayIsMissing() {
		assertThat(Dates.parse("last week")).isNull();
	}

}
