package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links records like those that users of other tools report to be merged wrongly, or not
 * to be merged. Each pair is linked among other records.
 */
class ReportedMergesTests {

	private static final List<String> PERSON = List.of("no", "name", "address", "city", "phone", "email");

	private static final int OTHERS = 400;

	private static final List<String> BEGINNINGS = List.of("Bak", "Dor", "Fel", "Gim", "Hul", "Jan", "Kop", "Lur",
			"Mez", "Nid", "Pog", "Rav", "Sek", "Tif", "Vob", "Wax", "Yul", "Zer", "Cad", "Qin");

	private static final List<String> ENDS = List.of("tovar", "limond", "nerask", "gubel", "posoin", "ritum", "zakent",
			"vidur", "hemox", "jalap", "kerwo", "lustig", "mandu", "nobris", "oxfil", "pranke", "quast", "sorbe",
			"tumple", "wedrin");

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// A word for nothing is no common value
			"John Bergsen;Oak St 12;Ely;;null|David Bergsen;Elm St 7;Ulm;;null",
			"Aki Moreau;;Ely;n/a;none|Mia Moreau;;Ely;n/a;none", "Lee Ray;-;-;-;-|Ann Ray;-;-;-;-",
			// One name, and nothing else in common
			"Maria Lindqvist;Oak St 12;Ely;0301111111;ml@x.example|Maria Lindqvist;Elm St 7;Ulm;0402222222;maria@y.example",
			// Contacts that are named by what they do
			"IT Support;Oak St 12;Ely;0301111111;it@x.example|IT Support;Elm St 7;Ulm;0402222222;help@y.example",
			"Headquarter Sales;Oak St 12;Ely;0301111111;|Headquarter Sales;Elm St 7;Ulm;0402222222;",
			// Members of a household share all but their given names
			"John Bergsen;Oak St 12;Ely;0301111111;bergsen@x.example|Mary Bergsen;Oak St 12;Ely;0301111111;bergsen@x.example",
			"Simon Bergsen;Oak St 12;Ely;0301111111;|Sophie Bergsen;Oak St 12;Ely;0301111111;",
			"John Bergsen;Oak St 12;Ely;0301111111;office@x.example|Eva Holmgaard;Oak St 12;Ely;0301111111;office@x.example",
			// A couple is not one of the two
			"Dale & Judy Huston;Langford Ln 92;Ely;0301111111;|Judy Huston;Langford Ln 92;Ely;0301111111;",
			"Mr and Mrs Huston;Langford Ln 92;Ely;0301111111;|Mr Huston;Langford Ln 92;Ely;0301111111;",
			// Father and son
			"Edward Rollestone II;Oak St 12;Ely;0301111111;|Edward Rollestone III;Oak St 12;Ely;0301111111;" })
	void personsAreNotMerged(String one, String other) {
		LinkageResult result = link(PERSON, persons(), one, other);

		assertThat(result.clusterOf(OTHERS)).isNotEqualTo(result.clusterOf(OTHERS + 1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"Maria Lindqvist;Oak St 12;Ely;0301111111;ml@x.example|Maria Lindqvist;Oak St 12;Ely;0301111111;ml@x.example",
			"Maria Lindqvist;Oak St 12;Ely;0301111111;|LINDQVIST, Maria;Oak St. 12;ELY;030 1111111;",
			"Maria Lindqvist;Oak St 12;Ely;0301111111;n/a|Maria Lindqvist;Oak St 12;Ely;-;ml@x.example",
			"Flavio Silvestre Jr;Oak St 12;Ely;0301111111;|Flavio Silvestre Junior;Oak St 12;Ely;0301111111;" })
	void recordsOfOnePersonAreMerged(String one, String other) {
		LinkageResult result = link(PERSON, persons(), one, other);

		assertThat(result.clusterOf(OTHERS)).isEqualTo(result.clusterOf(OTHERS + 1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Marie Dupont;;;;|Marie Dupond;;;;",
					"Marie Dupont;;;;marie.dupont@x.example|Marie Dupond;;;;marie.dupond@x.example",
					"Marie Dupont;;Ely;0301111111;|Marie Dupond;;;;md@x.example",
					"Marie Dupont;;;;marie.dupont@x.example|Marie Dupond;;;;m.dupond@y.example",
					"Xenia Zwirnmann;;;;|Xenia Zwirnman;;;;", "Xenia Zwirnmann;;;;|Xena Zwirnmann;;;;" })
	void aKnownRecordOfAnotherNameNeedsFurtherEvidence(String one, String other) {
		List<@Nullable String[]> known = new ArrayList<>();
		add(PERSON, known, other);
		List<@Nullable String[]> rows = persons();
		add(PERSON, rows, one);

		LinkageResult result = new Linker(LinkageSettings.defaults())
			.link(List.of(new LinkageSource("rows", Table.of(PERSON, rows), "no", null),
					new LinkageSource("live", Table.of(PERSON, known), "no", "no")), List.of());

		assertThat(result.clusterOf(OTHERS)).isNotEqualTo(result.clusterOf(OTHERS + 1));
		assertThat(result.review()).anyMatch((pair) -> pair.left() == OTHERS && pair.right() == OTHERS + 1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Quorvia GmbH;Riga;;info@quorvia.example|Quorvia GmbH;Graz;;info@quorvia.example",
					"Quorvia GmbH;Riga;;info@quorvia.example|Quorvia GmbH;Graz;;sales@quorvia.example",
					"Hotel Zwirn;Riga;0301111111;|Hotel Zwirn;Graz;0402222222;",
					"Quorvia;Riga;;a@hub.example|Quorvia;Graz;;b@hub.example" })
	void organisationsOfOneNameInTwoPlacesAreReviewed(String one, String other) {
		LinkageResult result = link(List.of("no", "company", "city", "phone", "email"), contacts(), one, other);

		assertThat(result.clusterOf(OTHERS)).isNotEqualTo(result.clusterOf(OTHERS + 1));
		assertThat(result.review()).anyMatch((pair) -> pair.left() == OTHERS && pair.right() == OTHERS + 1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"Quorvia GmbH;Riga;0301111111;info@quorvia.example|Quorvia GmbH;Graz;0301111111;info@quorvia.example",
			"Quorvia GmbH;Riga;;info@quorvia.example|Quorvia GmbH;;;info@quorvia.example",
			"Quorvia GmbH;Riga;;a7@hub.example|Quorvia GmbH;Graz;;a7@hub.example" })
	void organisationsThatMoveKeepTheirContacts(String one, String other) {
		LinkageResult result = link(List.of("no", "company", "city", "phone", "email"), contacts(), one, other);

		assertThat(result.clusterOf(OTHERS)).isEqualTo(result.clusterOf(OTHERS + 1));
	}

	/** Organisations with names that are not alike, and with contacts. */
	private static List<@Nullable String[]> contacts() {
		List<@Nullable String[]> rows = new ArrayList<>();
		for (int row = 0; row < OTHERS; row++) {
			String name = BEGINNINGS.get(row / 20) + ENDS.get(row % 20);
			rows.add(new String[] { "s" + row, name + " GmbH", "City" + row % 20, "030" + (1_000_000 + row * 7_919),
					"info@" + name.toLowerCase(Locale.ROOT) + ".example" });
		}
		return rows;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Bank of the West|Bank of the East", "Central Park Media|Central Valley Media",
					"Royal Bank|Royal Mail", "Union Pacific|Union Carbide", "SIA Rimi Latvia|SIA Maxima Latvija",
					"North Star|South Star", "Standard Bank|Standard Life", "A-B-C Company|X-Y-Z Company",
					"Hotel Adler|Hotel Post", "Stadtwerke Nord|Stadtwerke Sud", "Vendaro SA|Vendaro SAS",
					"Clinic No. 1|Clinic No. 2", "Vendaro 24|Vendaro 42" })
	void companiesAreNotMerged(String one, String other) {
		LinkageResult result = link(List.of("no", "company", "city"), companies(), one + ";Riga", other + ";Riga");

		assertThat(result.clusterOf(OTHERS)).isNotEqualTo(result.clusterOf(OTHERS + 1));
	}

	@ParameterizedTest
	@CsvSource({ "Vorrenta Foods, Vorrenta Energy", "Lumidex Hotel Graz, Lumidex Catering", "Gralkor, Tessovin" })
	void companiesOfAGroupAreNotMergedWhateverElseTheyShare(String one, String other) {
		List<@Nullable String[]> rows = companies();
		rows.replaceAll((row) -> new String[] { row[0], row[1], "Street " + row[0], row[2], "0307" + row[0],
				"info@" + row[0] + ".example", "DE7" + row[0] });
		String shared = ";Oak St 12;Riga;0301111111;info@group.example;DE71234567";

		LinkageResult result = link(List.of("no", "company", "address", "city", "phone", "email", "iban"), rows,
				one + shared, other + shared);

		assertThat(result.clusterOf(OTHERS)).isNotEqualTo(result.clusterOf(OTHERS + 1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Quorvia|Quorvia AB", "Quorvia AB|Quorvia AB Group",
			"NPK Fotonika Limited Liability Comp|NPK Fotonika Limited Liability Company",
			"Quorvia G M B H|Quorvia GmbH", "Quorvia G.m.b.H.|QUORVIA GMBH", "A.B.C. Quorvia Company|ABC Quorvia Co.",
			"Quorvia Energy Tech & Srvces Ltd|Quorvia Energy Technology & Services Ltd" })
	void recordsOfOneCompanyAreMerged(String one, String other) {
		LinkageResult result = link(List.of("no", "company", "city"), companies(), one + ";Riga", other + ";Riga");

		assertThat(result.clusterOf(OTHERS)).isEqualTo(result.clusterOf(OTHERS + 1));
	}

	private static List<@Nullable String[]> persons() {
		SamplePersons persons = new PersonGenerator(23).generate(OTHERS, 0.1);
		List<@Nullable String[]> rows = new ArrayList<>();
		for (int row = 0; row < OTHERS; row++) {
			String[] person = persons.rows().get(row);
			rows.add(new String[] { "s" + row, person[0] + " " + person[1], person[3] + " " + person[2], person[4],
					person[8], person[0] + "." + person[1] + "@mail.example" });
		}
		return rows;
	}

	private static List<@Nullable String[]> companies() {
		List<@Nullable String[]> rows = new ArrayList<>();
		for (int row = 0; row < OTHERS; row++) {
			rows.add(new String[] { "s" + row, "Firma" + (char) ('a' + row % 26) + (char) ('a' + row / 26) + "rex "
					+ List.of("GmbH", "Bank", "Hotel", "Media").get(row % 4), "City" + row % 20 });
		}
		return rows;
	}

	private static void add(List<String> columns, List<@Nullable String[]> rows, String line) {
		String[] cells = line.split(";", -1);
		@Nullable String[] row = new @Nullable String[columns.size()];
		row[0] = "n" + rows.size();
		for (int i = 0; i < cells.length; i++) {
			row[i + 1] = cells[i].isEmpty() ? null : cells[i];
		}
		rows.add(row);
	}

	private static LinkageResult link(List<String> columns, List<@Nullable String[]> rows, String... more) {
		for (String line : more) {
			add(columns, rows, line);
		}
		return new Linker(LinkageSettings.defaults())
			.link(List.of(new LinkageSource("rows", Table.of(columns, rows), "no", null)), List.of());
	}

}
