package io.kehu.migration.matching.field;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
