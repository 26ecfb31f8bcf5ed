package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.table.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	@ParameterizedTest
	@CsvSource({ "1000,1000,equal", "1000,1010,one digit differs", "1000,1015.5,within 2 per cent",
			"1000,1077,within 10 per cent", "1000,5123,different" })
	void numbersAreNearOrFar(String one, String other, String expected) {
		assertThat(level(new NumberComparison(Column.of("amount", List.of(one, other))))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "'1,234.50',1234.5", "'1.234,50',1234.5", "1 000,1000", "'3,5',3.5", "'12,345',12345", "-7,-7",
			"n/a," })
	void numbersAreReadWithEitherMark(String text, String expected) {
		assertThat(NumberComparison.normal(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "anna.roe@a.example,anna.roe@a.example,equal",
			"anna.roe@a.example,ana.roe@a.example,one character differs",
			"anna.roe@a.example,anna.roe@b-mail.example,own part at another provider",
			"aroe@a.example,broe@a.example,different", "roe17@a.example,roe98@a.example,own digits differ",
			"roe17@a.example,poe98@a.example,different" })
	void addressesOfMailMustBeNearlyEqual(String one, String other, String expected) {
		assertThat(level(EmailComparison.of(Column.of("email", List.of(one, other)), null))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "'The Example Trading Co., Ltd.',example trading", "Beispiel GmbH & Co. KG,beispiel",
			"Ejemplo S.A.,ejemplo", "Ltd.,ltd" })
	void theLawUnderWhichACompanyIsFoundedIsNoEvidence(String text, String expected) {
		assertThat(OrganisationName.normal(text)).isEqualTo(expected);
	}

	private static String level(FieldComparison comparison) {
		return comparison.levels()
			.get(FieldComparison.level(comparison.compare(comparison.code(0), comparison.code(1))));
	}

}
