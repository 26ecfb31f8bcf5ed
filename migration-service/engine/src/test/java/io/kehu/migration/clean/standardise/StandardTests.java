package io.kehu.migration.clean.standardise;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.kehu.migration.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StandardTests {

	@Test
	void cleansText() {
		assertThat(new TextStandard(LetterCase.AS_IS).apply(" A\u00a0 b\u200b\tc\u0065\u0301 ").value())
			.isEqualTo("A b c\u00e9");
		assertThat(new TextStandard(LetterCase.TITLE).apply("jean-luc o'NEILL and don't").value())
			.isEqualTo("Jean-Luc O'Neill And Don't");
	}

	@ParameterizedTest
	@CsvSource({ "030 901820,DE,+4930901820", "+1 (650) 253-0000,DE,+16502530000", "020 7031 3000,GB,+442070313000",
			"12,DE,", "call me,DE," })
	void writesPhonesInE164(String value, String region, String expected) {
		assertThat(new PhoneStandard(region).apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "' Ada@Example.COM ',ada@example.com", "Ada <ada@example.org>,ada@example.org",
			"mailto:ada@example.org;,ada@example.org", "jo@bücher.example,jo@xn--bcher-kva.example", "ada@example,",
			"@example.org,", "a..b@example.org,", "a b@example.org,", "'Anna <a@x.de>, Bob <b@y.de>',",
			"a@x.de; b@y.de,", "a@x.de/b@y.de,", "a@x.de <a@x.de>,a@x.de", "anna@straße.de,anna@xn--strae-oqa.de",
			"a@xn--bcher-kva.example,a@xn--bcher-kva.example" })
	void writesEmailsPlainly(String value, String expected) {
		assertThat(new EmailStandard().apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "1999-12-31,1999-12-31", "31.12.1999,1999-12-31", "12/31/1999,1999-12-31", "19991231,1999-12-31",
			"31 Dec 1999,1999-12-31", "'December 31st, 1999',1999-12-31", "3. März 2001,2001-03-03",
			"5 de mayo de 2004,2004-05-05", "05/05/99,1999-05-05", "2011-12-09 12:50:00,2011-12-09T12:50:00",
			"13/1/2001 1:05 PM,2001-01-13T13:05:00", "2024-01-01 10:00:00.120Z,2024-01-01T10:00:00.12Z",
			"2024-01-01 10:00:00.000,2024-01-01T10:00:00", "1859-83-01,", "2023-02-29,", "01/02/2003,", "soon,",
			"99/99/9999," })
	void readsDatesThatCanBeReadInOneWay(String value, String expected) {
		assertThat(DateStandard.standard().apply(value).value()).isEqualTo(expected);
	}

	@Test
	void readsTheColumnsOtherDatesAsItsEvidenceSays() {
		Standard american = DateStandard.standard().learn(Column.of("d", List.of("01/02/2003", "01/31/2003")));
		Standard european = DateStandard.standard().learn(Column.of("d", List.of("01/02/2003", "31/01/2003")));

		assertThat(american.apply("01/02/2003").value()).isEqualTo("2003-01-02");
		assertThat(european.apply("01/02/2003").value()).isEqualTo("2003-02-01");
		assertThat(DateStandard.standard().apply("01/02/2003").problem()).contains("cannot be told apart");
	}

	private static Column dates(String many, int times, String others) {
		return Column.of("d",
				Stream.concat(Collections.nCopies(times, many).stream(), Stream.of(others.split(" "))).toList());
	}

	@ParameterizedTest
	@CsvSource({ "13/02/2024,51,02/13/2024 01/14/2024 01/15/2024,03/04/2024,",
			"13/02/2024,51,02/13/2024,03/04/2024,2024-04-03", "02/13/2024,51,13/02/2024,03/04/2024,2024-03-04",
			"24-03-05,3,24-04-06,24-03-05,", "24-03-05,3,99-12-31 85-07-14,24-03-05,2024-03-05",
			"24-03-05,3,99-12-31 85-07-14,99-12-31,1999-12-31", "24-03-05,3,31-12-99,24-03-05,2005-03-24",
			"24-03-05,3,31-12-99 99-12-31,24-03-05,", "24.03.05,3,25.03.05,24.03.05,2005-03-24" })
	void readsDatesByTheClearMajorityOfTheColumn(String many, int times, String others, String date, String expected) {
		assertThat(DateStandard.standard().learn(dates(many, times, others)).apply(date).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "'1,234.50',1234.50", "'1.234,50',1234.50", "'1 234,5',1234.5", "1'234.50,1234.50", "(12.5),-12.5",
			"12-,-12", "€ 12.00,12.00", "12.00 EUR,12.00", "-0.5,-0.5", "1.234,", "'1,234',", "abc,", "1e3,1000",
			"'1,234,567',1234567", "5000,5000" })
	void readsNumbers(String value, String expected) {
		assertThat(NumberStandard.standard().apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "17850.0,17850", "12.50,12.50", "'1.234,00',1234", "-3.,-3", "100,100", "0.0,0" })
	void leavesOutFractionsOfZerosWhereNumbersAreWhole(String value, String expected) {
		assertThat(new NumberStandard(DecimalMark.BY_EVIDENCE, true).apply(value).value()).isEqualTo(expected);
	}

	@Test
	void readsYearsOfTwoDigitsAsUsualUnlessTold() {
		assertThat(new DateStandard(DateOrder.DAY_FIRST, 0, false).apply("1.2.49").value()).isEqualTo("2049-02-01");
		assertThat(new DateStandard(DateOrder.DAY_FIRST, 0, false).apply("1.2.50").value()).isEqualTo("1950-02-01");
		assertThat(new DateStandard(DateOrder.DAY_FIRST, 1999, false).apply("1.2.49").value()).isEqualTo("1949-02-01");
		assertThatIllegalArgumentException().isThrownBy(() -> new DateStandard(DateOrder.DAY_FIRST, 49, false));
	}

	@Test
	void wantsAKnownRegion() {
		assertThat(new PhoneStandard("ZZ").apply("+49 30 123456").value()).isEqualTo("+4930123456");
		assertThatIllegalArgumentException().isThrownBy(() -> new PhoneStandard("XX9")).withMessageContaining("XX9");
	}

	@Test
	void readsTheColumnsOtherNumbersAsItsEvidenceSays() {
		Standard german = NumberStandard.standard().learn(Column.of("n", Arrays.asList("1.234", "0,5", null)));
		Standard english = NumberStandard.standard().learn(Column.of("n", List.of("1,234", "0.5")));

		assertThat(german.apply("1.234").value()).isEqualTo("1234");
		assertThat(english.apply("1,234").value()).isEqualTo("1234");
	}

	@ParameterizedTest
	@CsvSource({ "Ja,true", "N,false", "1,true", "perhaps," })
	void readsYesAndNo(String value, String expected) {
		assertThat(new BooleanStandard().apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "United Kingdom,GB", "UK,GB", "EIRE,IE", "Deutschland,DE", "usa,US", "de,DE", "The Netherlands,NL",
			"RSA,ZA", "Österreich,AT", "CHE,CH", "Unspecified,", "European Community," })
	void readsCountries(String value, String expected) {
		assertThat(new CountryStandard().apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "GB,sw1a1aa,SW1A 1AA", "DE,1067,01067", "DE,D-10115,10115", "DE,CH-8001,", "DE,DE-10115,10115",
			"NL,1234ab,1234 AB", "PL,00950,00-950", "US,94043-1351,94043-1351", "GB,12345," })
	void writesPostcodesAsTheirCountryDoes(String country, String value, String expected) {
		assertThat(new PostcodeStandard(country).apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "en,'12  High St. ,Apt. 3','12 High Street, Apartment 3'", "en,'St. Giles Rd','St. Giles Road'",
			"de,Hauptstr. 5,Hauptstraße 5", "en,12 St James Rd,12 St James Road",
			"en,5 Dr Martin Luther King Blvd,5 Dr Martin Luther King Boulevard", "en,Port St Lucie,Port St Lucie",
			"en,'9 Park Ave, Port St Lucie','9 Park Avenue, Port St Lucie'", "en,7 Ste Marie Ct,7 Ste Marie Court",
			"en,7 Elm St Ste 5,7 Elm Street Suite 5", "en,100 Main St NW,100 Main Street NW",
			"en,1 Elm St Bldg A,1 Elm Street Building A", "en,12 HIGH ST,12 HIGH STREET",
			"de,HAUPTSTR. 5,HAUPTSTRASSE 5", "de,Lange Str. 7a,Lange Straße 7a",
			"de,Str. des 17. Juni 135,Str. des 17. Juni 135", "de,'Am Pl. 3, Ulm','Am Platz 3, Ulm'" })
	void writesStreetsOut(String language, String value, String expected) {
		assertThat(new AddressStandard(language).apply(value).value()).isEqualTo(expected);
	}

	@Test
	void followsAValueMapToItsEndAndRefusesCircles() {
		ValueMap map = new ValueMap(Map.of("a", "b", "b", "c", "x", "x"));

		assertThat(map.apply("a").value()).isEqualTo("c");
		assertThat(map.apply("z").value()).isEqualTo("z");
		assertThatIllegalArgumentException().isThrownBy(() -> new ValueMap(Map.of("a", "b", "b", "c", "c", "a")))
			.withMessageContaining("circle");
	}

	@ParameterizedTest
	@CsvSource({ "'Dr. Anna Maria van der Berg, PhD',Dr,Anna Maria,van der Berg,PhD", "'Berg, Anna',,Anna,Berg,",
			"Mr John Smith Jr.,Mr,John,Smith,Jr", "Madonna,,,Madonna,", "Prof. Dr. Müller,Prof Dr,,Müller," })
	void splitsNames(String name, String title, String given, String family, String suffix) {
		assertThat(NameParts.of(name)).isEqualTo(new NameParts(title, given, family, suffix, null));
	}

}
