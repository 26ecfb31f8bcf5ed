package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrganisationComparisonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "The Example Trading Co., Ltd.|Example Trading|equal",
			"Lenz Mfg. Int'l|LENZ Manufacturing International GmbH & Co. KG|equal",
			"Müller & Söhne|Mueller and Sons, Inc.|equal", "上海龍達有限公司|上海龙达|equal", "株式会社山田製作所|山田製作所|equal",
			"Beispiel S.A.|Beispiel SA|equal", "Maschinenbau Lenz|Lenz Maschinenbau|same words",
			"Ventorix Systems|Ventorx Systems|'same words, mistyped'", "Micro Soft|Microsoft|same words",
			"VentorixGmbH|Ventorix|equal", "VentorixAG|Ventorix Inc.|equal", "Lenz MediaS.A.|Lenz Media|equal",
			"VENTORIXLIMITED|Ventorix Ltd|'same words, mistyped'", "VentorixxGmbH|Ventorix|'same words, mistyped'",
			"PepsiCo|Pepsi|different", "VentUSA|Vent|different", "Ventorix Group|Ventorix|equal but for common words",
			"IBM|International Business Machines Corp.|initials", "Ventorix Deutschland|Ventorix|a place more",
			"Siemens|Siemens Energy|further words",
			"Siemens Energy AG|Siemens Healthineers AG|'words in common, others differ'",
			"Philips Medical|Philips Lighting|'words in common, others differ'",
			"Lenz Electronics|Kuhn Electronics|different", "Stadtwerke Utrecht|Stadtwerke Lyon|different" })
	void namesAreComparedWordByWord(String one, String other, String level) {
		assertThat(level(one, other)).isEqualTo(level.replace("'", ""));
		assertThat(level(other, one)).isEqualTo(level.replace("'", ""));
	}

	@Test
	void aRareWordTellsMoreThanACommonOne() {
		List<String> names = List.of("ventorix energy", "lenz energy", "kuhn energy", "gralum energy");
		OrganisationTerms terms = OrganisationComparison.terms(Column.of("name", names), List.of());

		assertThat(terms.bits(terms.words(0)[0])).isGreaterThan(terms.bits(terms.words(0)[1]) + 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Beispiel GmbH", "Example Ltd.", "Voorbeeld B.V.", "Ejemplo S.A.", "Esempio S.p.A.",
			"株式会社山田製作所", "上海龍達有限公司", "ООО Ромашка", "Meyer & Co", "Example Pty Ltd" })
	void legalFormsTellAnOrganisation(String name) {
		assertThat(OrganisationName.isOrganisation(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Anna Schmidt", "Bank, Peter", "John Steel", "王小龙", "Иван Петров", "Sa Nguyen", "Jan As" })
	void personsAreNoOrganisations(String name) {
		assertThat(OrganisationName.isOrganisation(name)).isFalse();
	}

	private static String level(String one, String other) {
		Column column = Column.of("name", List.of(OrganisationName.normal(one), OrganisationName.normal(other)));
		Column places = Column.of("city", List.of("utrecht", "lyon"));
		FieldComparison comparison = OrganisationComparison.of(column, List.of(places), true);
		return comparison.levels()
			.get(FieldComparison.level(comparison.compare(comparison.code(0), comparison.code(1))));
	}

}
