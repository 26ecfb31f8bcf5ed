package io.kehu.migration.profile;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValueReadingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "12|INTEGER", "-12|INTEGER", "012|CODE", "1,234|INTEGER", "1.5|DECIMAL", "1.234,56|DECIMAL",
					"1,234.56|DECIMAL", "(5.20)|DECIMAL", "1e3|DECIMAL", "5 €|INTEGER", "12,5|DECIMAL",
					"1 234,5|DECIMAL", "2020-02-29|DATE", "29.02.2020|DATE", "2020-01-01T10:00:00Z|DATE_TIME",
					"2010-12-01 08:26:00|DATE_TIME", "5 Jan 2020|DATE", "10:30|TIME", "a@b.de|EMAIL",
					"+49 30 1234567|PHONE", "(030) 123-4567|PHONE", "https://kehu.io|URL", "yes|BOOLEAN", "Ja|BOOLEAN",
					"6b1f4e5e-8f43-4a2b-9e0a-0123456789ab|UUID", "Anna|TEXT", "85123A|TEXT", "12 Main Street|TEXT" })
	void tellsTypes(String text, ColumnValueType type) {
		ValueReading reading = ValueReading.of(text, Characters.of(text));

		assertThat(reading.type()).isEqualTo(type);
		assertThat(reading.valid()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "1859-83-01,DATE", "2021-02-29,DATE", "31.04.2020,DATE", "2020-13-01 10:00,DATE_TIME", "a@b,EMAIL",
			"a..b@c.de,EMAIL", "@anna,TEXT", "a@b@c.de,EMAIL", "+11 11 11 11 11,PHONE" })
	void tellsBrokenValues(String text, ColumnValueType type) {
		ValueReading reading = ValueReading.of(text, Characters.of(text));

		assertThat(reading.type()).isEqualTo(type);
		assertThat(reading.valid()).isEqualTo(type == ColumnValueType.TEXT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1.234,56|1234.56", "1,234.56|1234.56", "1 234|1234", "(7)|-7", "7-|-7",
			"0,123|0.123", "1,234|1234", "1.234.567|1234567", "12,34|12.34", "$5.00|5", "5 %|5" })
	void readsLocalNumbers(String text, double value) {
		assertThat(LocalNumber.of(text)).extracting(LocalNumber::value).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,23,4", "1.2.3", "1-2", "..", "12,3456,7", "1,,2" })
	void readsNoOthers(String text) {
		assertThat(LocalNumber.of(text)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2020-03-04,2020-03-04,yyyy-MM-dd,false", "03.04.2020,2020-04-03,dd.MM.yyyy,false",
			"03/04/2020,2020-04-03,dd/MM/yyyy,true", "12/31/1999,1999-12-31,MM/dd/yyyy,false",
			"31/12/99,1999-12-31,dd/MM/yy,false", "'Jan 5, 2020',2020-01-05,'MMM d, yyyy',false" })
	void readsDates(String text, LocalDate day, String form, boolean ambiguous) {
		DateReading reading = DateReading.of(text);

		assertThat(reading).isNotNull();
		assertThat(reading.day()).isEqualTo(day);
		assertThat(reading.form()).isEqualTo(form);
		assertThat(reading.ambiguous()).isEqualTo(ambiguous);
	}

	@ParameterizedTest
	@CsvSource({ "sw1a 2bj,aa9a 9aa", "Q1443188-1,A9999999-9", "Frank,Aa+", "+49 (30) 12,+99 (99) 99", "Łódź,Aaaa",
			"1234567890123,9+" })
	void makesPatterns(String text, String pattern) {
		assertThat(Pattern.of(text)).isEqualTo(pattern);
	}

}
