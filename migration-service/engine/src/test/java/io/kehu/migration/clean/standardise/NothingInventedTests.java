package io.kehu.migration.clean.standardise;

import java.util.List;
import java.util.SplittableRandom;

import io.kehu.migration.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A standard never makes a value that its input does not say.
 */
class NothingInventedTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "5,-|5", "CHF 20.-|20", "1.299,-|1299", "-5,-|-5", "5,– €|5", "€ 1.299,--|1299", "20:-|20",
					"1 299:- kr|1299", "Fr. 20.—|20", "1'299.-|1299", "5-|-5", "(5,-)|-5", "1.5E3|1500", "9.99E2|999",
					"9,99E2|999", "1E-2|0.01", "4.917155501E11|491715550100", "0.125|0.125", "0,125|0.125",
					"1234.567|1234.567", "1.234.567|1234567", "1,234,567.89|1234567.89", "12.34|12.34", "3.|3",
					"R$ 1.234,56|1234.56", "1.234,56 zł|1234.56", "1.299.-|1299", "CHF 1.299.-|1299", "1,299,-|1299",
					"1,299.-|1299", "1.234.567,-|1234567", "1,23,456.-|123456", "1.299:-|1299", "-1.299.-|-1299",
					"1.299.- CHF|1299", "DEM 12|12", "RMB 5|5" })
	void readsNumbersAsTheyAreWritten(String value, String expected) {
		assertThat(NumberStandard.standard().apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.155", "12.881", "1,234", "1 2", "12 34 56", "--5", "-5-", "1.2.3", "12,3456,7", "1E99",
			"5 kg", "1,5 MIO", "2.4 MRD", "3 TSD", "5 PCT", "12 STK", "MAY 12", "5 KGS", "8 STD", "XXX 5", "12.5.-",
			"1.29,-", "1,299.5,-", "1.5E3.-", "E5", "1,2,3", "-", ".", ",", "-.", "..", ".,", "1.10.200", "10.10.255",
			"1.2.345" })
	void flagsNumbersThatCanMeanSeveralThings(String value) {
		Outcome outcome = NumberStandard.standard().apply(value);

		assertThat(outcome.value()).isNull();
		assertThat(outcome.problem()).isNotBlank();
	}

	@Test
	void readsNumbersByTheColumnsEvidence() {
		Standard learnt = NumberStandard.standard().learn(Column.of("n", List.of("2.155", "12.881", "19,47")));

		assertThat(learnt.apply("2.155").value()).isEqualTo("2155");
		assertThat(learnt.apply("19,47").value()).isEqualTo("19.47");
	}

	@Test
	void goesByTheNumberItselfAgainstTheColumn() {
		NumberStandard points = new NumberStandard(DecimalMark.POINT, false);

		assertThat(points.apply("1.234,5").value()).isEqualTo("1234.5");
		assertThat(points.apply("1,23,456").value()).isEqualTo("123456");
		assertThat(points.apply("1.5E3").value()).isEqualTo("1500");
		assertThat(new NumberStandard(DecimalMark.COMMA, false).apply("1.5E3").value()).isEqualTo("1500");
	}

	@ParameterizedTest
	@CsvSource({ "DE,1067.0,01067", "DE,'1067,00',01067", "DE,1067,01067", "DE,10115.0,10115", "US,501,00501",
			"US,2134.0,02134", "IT,118,00118", "AT,1010.0,1010", "NL,1234AB,1234 AB", "DE,D-01067,01067",
			"US,2134-1351,02134-1351", "PL,0-950,00-950", "BR,1310-100,01310-100", "JP,100-0001,100-0001",
			"JP,1000001,100-0001", "JP,10001,001-0001", "GB,SW1A-1AA,SW1A 1AA", "CZ,11 000,110 00" })
	void readsPostcodesThatASpreadsheetWrote(String country, String value, String expected) {
		assertThat(new PostcodeStandard(country).apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "DE,1.067E3", "DE,1067.5", "AT,101", "CH,801", "DE,106", "DE,10115/10117", "DE,CH-8001", "US,5",
			"US,12345-678", "JP,100-001", "PL,12-34", "BR,13101-00", "PT,1000-01", "US,1234-56789", "DE,1 067",
			"JP,1000-001" })
	void flagsPostcodesThatCannotBeTold(String country, String value) {
		assertThat(new PostcodeStandard(country).apply(value).value()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "DE,491715550101,+491715550101", "DE,+49 (0)171 5550101,+491715550101",
			"DE,0049 171 5550101,+491715550101", "DE,0171/555 01-01,+491715550101", "DE,171 5550101,+491715550101",
			"DE,Tel.: 030 901820,+4930901820", "DE,030901820.0,+4930901820", "US,16502530000,+16502530000",
			"US,650-253-0000,+16502530000", "DE,+491715550101.0,+491715550101", "DE,030/901820,+4930901820",
			"DE,+49 (0)171/5550101,+491715550101", "DE,(030) / 901820,+4930901820", "AT,43 664 1234567,+436641234567",
			"CH,41 44 668 18 00,+41446681800" })
	void readsPhones(String region, String value, String expected) {
		assertThat(new PhoneStandard(region).apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "DE,4.917155501E11", "DE,'4,91716E+11'", "DE,43 664 1234567", "DE,089 123 abc",
			"DE,0171 5550101 ext. 12", "DE,0171 5550101 privat", "DE,1-800-FLOWERS", "DE,0171 5550101 x12",
			"DE,030 12345 / 12346", "DE,030 123456/57", "DE,0171/5550101/5550102", "DE,+49 30 123456/57" })
	void flagsPhonesThatCannotBeTold(String region, String value) {
		Outcome outcome = new PhoneStandard(region).apply(value);

		assertThat(outcome.value()).isNull();
		assertThat(outcome.problem()).isNotBlank();
	}

	@Test
	void givesNoDigitsThatTheInputDoesNotHave() {
		SplittableRandom random = new SplittableRandom(3);
		String symbols = "0123456789..,,- +()/E€'";
		for (int i = 0; i < 200_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int length = random.nextInt(1, 16); length > 0; length--) {
				text.append(symbols.charAt(random.nextInt(symbols.length())));
			}
			String value = text.toString();
			assertThat(significant(value)).contains(significant(NumberStandard.standard().apply(value).value()));
			if (i % 10 == 0) {
				String phone = new PhoneStandard("DE").apply(value).value();
				assertThat(significant(value)).as("%s from %s", phone, value)
					.contains((phone == null) ? "" : significant(phone.substring(3)));
				assertThat(significant(value)).contains(significant(new PostcodeStandard("DE").apply(value).value()));
			}
		}
	}

	/** The digits without zeros around. */
	private static String significant(String text) {
		String digits = (text == null) ? "" : text.replaceAll("E[+-]?\\d+$", "").replaceAll("\\D", "");
		return digits.replaceAll("^0+|0+$", "");
	}

}
