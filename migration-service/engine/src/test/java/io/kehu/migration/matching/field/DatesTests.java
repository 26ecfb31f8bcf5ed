package io.kehu.migration.matching.field;

import java.util.Arrays;

import io.kehu.migration.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTests {

	@ParameterizedTest
	@CsvSource({ "1901-02-03,19010203", "19010203,19010203", "3.2.1901,19010203", "1901-2-3,19010203",
			"1859-83-01,18598301", "1901-02-03T10:00:00Z,19010203", "190102,", "in 1901," })
	void readsDaysEvenImpossibleOnes(String text, String day) {
		assertThat(Dates.parse(text)).isEqualTo(day);
	}

	@ParameterizedTest
	@CsvSource({ "1901023,1901023", "190102033,190102033", "19o10203,19o10203", "1901-02-03,19010203", "unknown,",
			"0301234567," })
	void keepsMistypedDays(String text, String day) {
		assertThat(Dates.parseMistyped(text)).isEqualTo(day);
	}

	@ParameterizedTest
	@CsvSource({ "19010203,19010203,equal", "19010203,1901020,one digit of day or month differs",
			"19010203,1901o203,one digit of day or month differs", "19010203,1910203,one digit of the year differs",
			"19010203,19010302,day and month swapped", "19010203,1901999,same year", "19010203,1950111,different" })
	void comparesMistypedDays(String left, String right, String level) {
		FieldComparison comparison = new DateComparison(Column.of("day", Arrays.asList(left, right)));

		int result = comparison.compare(comparison.code(0), comparison.code(1));

		assertThat(comparison.levels().get(FieldComparison.level(result))).isEqualTo(level);
	}

	@Test
	void numbersOfOtherLengthsMakeNoDateColumn() {
		Column column = Column.of("value", Arrays.asList("0301234", "0309876", "0305555", "0301234"));

		assertThat(RoleDetector.detect(column)).isNotEqualTo(ColumnRole.DATE);
	}

}
