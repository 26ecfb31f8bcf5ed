package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldSetTests {

	private final Table old = new Table(List.of(Column.of("name", List.of("Anna Schmidt", "Marie Dupont")),
			Column.of("mail", List.of("anna@example.org", "marie@example.org")),
			Column.of("country", List.of("DE", "FR")), Column.of("tier", List.of("gold", "silver"))));

	private final Table live = new Table(
			List.of(Column.of("status", List.of("active")), Column.of("Country", List.of("DE")),
					Column.of("name", List.of("Anna Schmidt")), Column.of("email", List.of("anna@example.org"))));

	@Test
	void aTableOfOneRecordIsComparedLikeAnyOther() {
		FieldSet fields = fields(Map.of());

		assertThat(values(fields, ColumnRole.EMAIL)).containsExactly(List.of("anna@example.org", "marie@example.org"));
		assertThat(fields.records().rows(0)).containsExactly(0, 2);
		assertThat(fields.names()).isNotNull();
		assertThat(fields.comparisons()).extracting(FieldComparison::name).contains("given name", "family name");
	}

	@Test
	void columnsOfAVagueMeaningArePairedByTheirNamesAlone() {
		FieldSet fields = fields(Map.of("status", ColumnRole.CATEGORY, "country", ColumnRole.CATEGORY, "Country",
				ColumnRole.CATEGORY, "tier", ColumnRole.CATEGORY));

		assertThat(values(fields, ColumnRole.CATEGORY)).containsExactlyInAnyOrder(List.of("de", "fr", "de"),
				Arrays.asList("gold", "silver", null), Arrays.asList(null, null, "active"));
	}

	@Test
	void whatIsToBeIgnoredStaysOut() {
		assertThat(values(fields(Map.of("email", ColumnRole.IGNORED)), ColumnRole.EMAIL))
			.containsExactly(Arrays.asList("anna@example.org", "marie@example.org", null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "phone|n/a|n/a|1|false", "phone|0301234567|0301234567|1|true", "city|Berlin|Berlin|1|false",
					"address|-|?|1|false", "date of birth|circa 1950|circa 1970|2|false",
					"date of birth|circa 1950|circa 1950|1|false", "date of birth|1950-02-03|3.2.1950|1|true",
					"tax number|unknown|unknown|1|false" })
	void recordsAreEqualInWhatTheySay(String column, String one, String other, int groups, boolean telling) {
		FieldSet fields = FieldSet.of(
				List.of(new Table(List.of(Column.of("name", List.of("Anna Berg", "Anna Berg", "Eva Holm")),
						Column.of(column, List.of(one, other, "0309876543"))))),
				Map.of(), new Separation(3, (row) -> 0), (share) -> {
				});

		assertThat(fields.rows()).isEqualTo(groups + 1);
		assertThat(fields.isTelling(0)).isEqualTo(telling);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "John Berg Sr.|John Berg Jr.|2", "Mr J. Berg|Mrs J. Berg|2", "Herr Dr. J. Berg|Frau J. Berg|2",
					"John Berg|John Berg Jr.|1", "Mr John Berg|Dr. John Berg|1", "Sr. Juan Berg|Sra. Juan Berg|2",
					"M. Berg|Mme Berg|2", "John Berg II|John Berg III|2", "Berg, John Jr.|John Berg Sr.|2",
					"Mr & Mrs Berg|Mrs Berg|2", "Dale and Judy Berg|Dale & Judy Berg|1",
					"Jo Earl of Mar and Kellie|Jo Mar Kellie|1", "Mr J. Berg|Herr J. Berg|1", "Stephen King|Stephen|2",
					"King, Stephen|Stephen King|1" })
	void titlesAndSuffixesTellApart(String one, String other, int groups) {
		FieldSet fields = FieldSet.of(
				List.of(new Table(List.of(Column.of("name", List.of(one, other)),
						Column.of("phone", List.of("0301234567", "0301234567"))))),
				Map.of("name", ColumnRole.FULL_NAME), new Separation(2, (row) -> 0), (share) -> {
				});

		assertThat(fields.rows()).isEqualTo(groups);
	}

	@ParameterizedTest
	@CsvSource({ "Anrede,Herr,Frau,2", "title,Mr,Mrs,2", "suffix,Jr.,Sr.,2", "suffix,II,III,2", "suffix,Sr.,Jr.,2",
			"Anrede,Herr,Herr,1", "title,Mr,,1", "civility,M,Mme,1" })
	void titlesOfAnotherColumnTellApart(String column, String one, @Nullable String other, int different) {
		FieldSet fields = FieldSet.of(
				List.of(new Table(List.of(Column.of("name", List.of("J. Berg", "J. Berg", "Eva Holm")),
						Column.of(column, Arrays.asList(one, other, "Dr.")),
						Column.of("phone", List.of("0301234567", "0301234567", "0309876543"))))),
				Map.of("name", ColumnRole.FULL_NAME, column, ColumnRole.CATEGORY), new Separation(3, (row) -> 0),
				(share) -> {
				});

		assertThat(fields.comparisons()
			.stream()
			.filter(FieldComparison::tellsApart)
			.anyMatch((comparison) -> comparison.compare(comparison.code(0), comparison.code(1)) == 1))
			.isEqualTo(different == 2);
	}

	@ParameterizedTest
	@CsvSource({ "date of birth,1900-01-01", "phone,0000000", "email,noreply@shop.example" })
	void aDefaultTellsNobodyApart(String column, String usual) {
		List<String> names = new ArrayList<>(List.of("Anna Berg", "Anna Berg", "Eva Holm", "Eva Holm"));
		List<String> values = new ArrayList<>(List.of(usual, usual, "1955-03-04", "1955-03-04"));
		for (int i = 0; i < 40; i++) {
			names.add("Kim Person" + (char) ('a' + i % 26) + i / 26);
			values.add((i % 2 == 0) ? usual : "19%02d-02-03".formatted(40 + i));
		}

		FieldSet fields = FieldSet.of(List.of(new Table(List.of(Column.of("name", names), Column.of(column, values)))),
				Map.of(), new Separation(names.size(), (row) -> 0), (share) -> {
				});

		assertThat(fields.isTelling(fields.records().group(0))).isFalse();
		assertThat(fields.isTelling(fields.records().group(2))).isTrue();
	}

	private FieldSet fields(Map<String, ColumnRole> roles) {
		return FieldSet.of(List.of(this.old, this.live), roles, new Separation(3, (row) -> 0), (share) -> {
		});
	}

	private static List<List<@Nullable String>> values(FieldSet fields, ColumnRole role) {
		return fields.columns(role)
			.stream()
			.map((column) -> IntStream.range(0, column.rows()).<@Nullable String>mapToObj(column::value).toList())
			.toList();
	}

}
