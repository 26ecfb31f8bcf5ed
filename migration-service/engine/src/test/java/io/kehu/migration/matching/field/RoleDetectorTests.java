package io.kehu.migration.matching.field;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoleDetectorTests {

	@ParameterizedTest
	@CsvSource({ "given_name,GIVEN_NAME", "firstName,GIVEN_NAME", "Surname,FAMILY_NAME", "full_name,FULL_NAME",
			"first_and_surname,FULL_NAME", "Company Name,COMPANY", "dob,DATE", "date_of_birth,DATE",
			"PostalCode,POSTCODE", "postcode_fake,POSTCODE", "birth_place,PLACE", "suburb,PLACE", "address_1,ADDRESS",
			"street_number,HOUSE_NUMBER", "soc_sec_id,IDENTIFIER", "E-Mail,EMAIL", "mobile phone,PHONE",
			"gender,CATEGORY", "state,CATEGORY", "occupation,TEXT", "Vorname,GIVEN_NAME", "Straße,ADDRESS",
			"Hausnummer,HOUSE_NUMBER", "PLZ,POSTCODE", "Wohnort,PLACE", "Firma,COMPANY", "código_postal,POSTCODE",
			"fecha_nacimiento,DATE", "apellidos,FAMILY_NAME", "prénom,GIVEN_NAME", "lieu de naissance,PLACE",
			"фамилия,FAMILY_NAME", "телефон,PHONE" })
	void aTellingNameGivesTheRole(String name, ColumnRole expected) {
		assertThat(RoleDetector.detect(Column.of(name, List.of("a", "b", "b")))).isEqualTo(expected);
	}

	@Test
	void aUniqueKeyIsNoEvidence() {
		List<String> keys = IntStream.range(0, 50).mapToObj((i) -> "rec-" + i).toList();

		assertThat(RoleDetector.detect(Column.of("rec_id", keys))).isEqualTo(ColumnRole.RECORD_KEY);
		assertThat(RoleDetector.detect(Column.of("a", keys))).isEqualTo(ColumnRole.RECORD_KEY);
	}

	@ParameterizedTest
	@CsvSource({ "anna@example.org,ben@example.org,EMAIL", "1901-02-03,04.05.1960,DATE", "red,green,CATEGORY" })
	void withoutATellingNameTheValuesGiveTheRole(String one, String other, ColumnRole expected) {
		assertThat(RoleDetector.detect(Column.of("x7", List.of(one, other, one)))).isEqualTo(expected);
	}

	@Test
	void besideFirstNamesAPlainNameIsTheLastName() {
		Table table = new Table(List.of(Column.of("Vorname", List.of("anna", "ben", "anna")),
				Column.of("Name", List.of("roe", "poe", "roe"))));
		Table whole = new Table(List.of(Column.of("name", List.of("anna roe", "ben poe", "anna roe"))));

		assertThat(RoleDetector.detect(table)).containsEntry("Name", ColumnRole.FAMILY_NAME);
		assertThat(RoleDetector.detect(whole)).containsEntry("name", ColumnRole.FULL_NAME);
	}

	@ParameterizedTest
	@CsvSource({ "12.50,9.99,NUMBER", "'1.234,50','17,20',NUMBER" })
	void fractionsAreNumbers(String one, String other, ColumnRole expected) {
		assertThat(RoleDetector.detect(Column.of("x7", List.of(one, other, one)))).isEqualTo(expected);
	}

	@Test
	void aColumnOfOneValueIsIgnored() {
		assertThat(RoleDetector.detect(Column.of("surname", Collections.nCopies(9, "same"))))
			.isEqualTo(ColumnRole.IGNORED);
	}

}
