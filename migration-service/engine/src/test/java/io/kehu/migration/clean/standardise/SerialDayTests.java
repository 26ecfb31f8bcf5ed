package io.kehu.migration.clean.standardise;

import java.util.List;

import io.kehu.migration.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SerialDayTests {

	private static final DateStandard SERIALS = new DateStandard(DateOrder.DAY_FIRST, 0, true);

	private static Standard learnt(String... values) {
		return DateStandard.standard().learn(Column.of("date", List.of(values)));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1900-01-01", "59, 1900-02-28", "61, 1900-03-01", "45000, 2023-03-15",
			"45000.75, 2023-03-15T18:00:00", "45000.999999, 2023-03-16", "2958465, 9999-12-31",
			"15.3.2023, 2023-03-15" })
	void readsDaysAsSpreadsheetsCountThem(String number, String day) {
		assertThat(SERIALS.apply(number).value()).isEqualTo(day);
	}

	@Test
	void readsNoDayThatNeverWas() {
		assertThat(SERIALS.apply("60").problem()).contains("29 February 1900");
		assertThat(SERIALS.apply("60.5").problem()).contains("29 February 1900");
		assertThat(SERIALS.apply("0").problem()).isEqualTo("no date");
		assertThat(SERIALS.apply("2958466").problem()).isEqualTo("no date");
		assertThat(SERIALS.apply("20230315").value()).isEqualTo("2023-03-15");
	}

	@Test
	void flagsDayNumbersWithoutEvidence() {
		assertThat(learnt("45000", "45001").apply("45000").problem())
			.isEqualTo("no date, but perhaps a day number of a spreadsheet");
		assertThat(learnt("45000", "12.5.1971", "31.1.1980").apply("45000").value()).isNull();
		assertThat(DateStandard.standard().apply("12345").problem()).isEqualTo("no date");
	}

	@Test
	void readsDayNumbersBesideDatesOfTheSameTime() {
		Standard learnt = learnt("45000", "31.1.2023", "45001", "14.2.2022");
		assertThat(learnt.apply("45000").value()).isEqualTo("2023-03-15");
		assertThat(learnt.apply("3.2.2023").value()).isEqualTo("2023-02-03");
	}

}
