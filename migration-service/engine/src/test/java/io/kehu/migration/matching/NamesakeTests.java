package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links records that look equal and are not the same, among those of other persons.
 */
class NamesakeTests {

	private static final List<String> COLUMNS = List.of("no", "name", "address", "city", "phone", "date of birth");

	private final List<@Nullable String[]> rows = new ArrayList<>();

	NamesakeTests() {
		SamplePersons persons = new PersonGenerator(17).generate(500, 0.2);
		for (int row = 0; row < persons.rows().size(); row++) {
			String[] person = persons.rows().get(row);
			this.rows.add(new String[] { "s" + row, person[0] + " " + person[1], person[2] + " " + person[3], person[4],
					person[8], person[7] });
		}
	}

	private LinkageResult link(String... more) {
		for (String line : more) {
			String[] cells = line.split(";", -1);
			@Nullable String[] row = new @Nullable String[COLUMNS.size()];
			row[0] = "n" + this.rows.size();
			for (int i = 0; i < cells.length; i++) {
				row[i + 1] = cells[i].isEmpty() ? null : cells[i];
			}
			this.rows.add(row);
		}
		return new Linker(LinkageSettings.defaults())
			.link(List.of(new LinkageSource("rows", Table.of(COLUMNS, this.rows), "no", null)), List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {

			"John Smithson Sr.;12 Oak St;Ely;0301234567|John Smithson Jr.;12 Oak St;Ely;0301234567",
			"Mr Kim Smithson;12 Oak St;Ely;0301234567|Mrs Kim Smithson;12 Oak St;Ely;0301234567",
			"Herr A. Bergsen;12 Oak St;Ely;0301234567|Frau A. Bergsen;12 Oak St;Ely;0301234567" })
	void namesakesAreNotMerged(String one, String other) {
		LinkageResult result = link(one, other);

		int last = result.records() - 1;
		assertThat(result.clusterOf(last)).isNotEqualTo(result.clusterOf(last - 1));
	}

	@Test
	void aRecordWithoutAMarkJoinsOneOfThem() {
		LinkageResult result = link("John Smithson Sr.;12 Oak St;Ely;0301234567",
				"John Smithson Jr.;12 Oak St;Ely;0301234567", "John Smithson;12 Oak Street;Ely;0301234567");

		int last = result.records() - 1;
		assertThat(result.clusterOf(last - 2)).isNotEqualTo(result.clusterOf(last - 1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Hans Beispiel;12 Oak St;Ely;0301234567|Hans Beispiel;12 Oak St;Ely;0301234567",
					"Mr Kim Smithson;12 Oak St;Ely;0301234567|Dr. Kim Smithson;12 Oak St;Ely;0301234567",
					"Hans Beispiel;12 Oak St;Ely;;1950-02-03|Hans Beispiel;12 Oak St;Ely;;1950-02-03" })
	void recordsOfOnePersonAre(String one, String other) {
		LinkageResult result = link(one, other);

		int last = result.records() - 1;
		assertThat(result.clusterOf(last)).isEqualTo(result.clusterOf(last - 1));
	}

	@ParameterizedTest
	@CsvSource({ "John,Mary", "Hans,Eva", "Yuki,Aki" })
	void namesakesOfOnePlaceAreReviewedAsOneGroup(String given, String other) {
		List<String[]> persons = new ArrayList<>();
		for (int row = 0; row < 400; row++) {
			String[] person = this.rows.get(row).clone();
			persons.add(new String[] { "p" + row, String.valueOf(person[1]), "City" + row % 20 });
		}
		for (int i = 0; i < 30; i++) {
			persons.add(new String[] { "n" + i, given + " Beispiel", "City3" });
			persons.add(new String[] { "m" + i, other + " Exempel", "City4" });
		}

		LinkageResult result = new Linker(LinkageSettings.defaults()).link(
				List.of(new LinkageSource("rows", Table.of(List.of("no", "name", "city"), persons), "no", null)),
				List.of());

		assertThat(result.cluster(result.clusterOf(400))).hasSize(1);
		assertThat(result.review())
			.anySatisfy((pair) -> assertThat(pair.leftRecords() + pair.rightRecords()).isEqualTo(30));
	}

	@ParameterizedTest
	@CsvSource({ "ABC Inc, ABC LLC, false", "Lumidex NV, Lumidex BV, false", "Müller GmbH, Müller AG, false",
			"Vorrenta AG, Vorrenta SA, true", "Vorrenta NV, Vorrenta S.A., true",
			"Gralkor GmbH & Co. KG, Gralkor AG & Co. KG, false", "Hatanaka Ltd, Hatanaka Inc., true",
			"Müller GmbH, Müller Gesellschaft mit beschränkter Haftung, true",
			"Müller GmbH, Müller GmbH & Co. KG, true", "Müller GmbH, Müller, true",
			"Zimtstern Ltd, Zimtstern Limited, true" })
	void legalFormsThatContradictKeepOrganisationsApart(String one, String other, boolean same) {
		List<String[]> companies = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			companies.add(new String[] { "Firma" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "rex GmbH",
					"City" + i % 20 });
		}
		companies.add(new String[] { one, "City3" });
		companies.add(new String[] { other, "City3" });

		LinkageResult result = new Linker(LinkageSettings.defaults())
			.link(LinkageSource.of("rows", Table.of(List.of("company", "city"), companies)));

		assertThat(result.clusterOf(200) == result.clusterOf(201)).isEqualTo(same);
		assertThat(result.review().stream().anyMatch((pair) -> pair.left() == 200 && pair.right() == 201))
			.isEqualTo(!same);
	}

}
