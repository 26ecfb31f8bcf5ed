package io.kehu.migration.matching.heldout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.LinkageSettings;
import io.kehu.migration.matching.LinkageSource;
import io.kehu.migration.matching.Linker;
import io.kehu.migration.matching.SourceMatch;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links two files that each hold every person once, with columns of other names and one
 * that only one of them has.
 */
class TwoFilesTests {

	private static final Map<String, String> OTHER_NAMES = Map.of("given_name", "Vorname", "surname", "Nachname",
			"street", "Straße", "house", "Hausnummer", "suburb", "Ort", "postcode", "PLZ", "date_of_birth",
			"Geburtsdatum", "state", "Bundesland");

	private final HeldOutSet set = HeldOutSet
		.of(Shape.of(Language.ENGLISH, Shape.FEBRL).entities(1_500).copiesOfAll(1).errors(6, 2), 77);

	@Test
	void findsEachInTheOtherFile() {
		Set<Integer> seen = new HashSet<>();
		boolean[] first = new boolean[this.set.table().rows()];
		for (int row = 0; row < first.length; row++) {
			first[row] = seen.add(this.set.entity(row));
		}
		List<LinkageSource> sources = List.of(
				LinkageSource.of("old", part((row) -> first[row], Map.of(), "")).keyedBy("key"),
				LinkageSource.of("new", part((row) -> !first[row], OTHER_NAMES, "tax_number")).keyedBy("key"));

		LinkageResult result = new Linker(LinkageSettings.defaults().acrossSourcesOnly()).link(sources, List.of());

		List<SourceMatch> matches = result.matches("old");
		long right = matches.stream()
			.filter((match) -> entity(match.record().key()) == entity(match.known().key()))
			.count();
		assertThat(right).as("of %d", matches.size()).isGreaterThan((long) (0.998 * matches.size()));
		assertThat(right).isGreaterThan((long) (0.99 * 1_500));
	}

	private int entity(String key) {
		return this.set.entity(Integer.parseInt(key));
	}

	private Table part(IntPredicate rows, Map<String, String> names, String left) {
		List<Column> columns = new ArrayList<>();
		ColumnBuilder keys = new ColumnBuilder("key");
		for (int row = 0; row < this.set.table().rows(); row++) {
			if (rows.test(row)) {
				keys.add(Integer.toString(row));
			}
		}
		columns.add(keys.build());
		for (Column column : this.set.table().columns()) {
			ColumnBuilder builder = new ColumnBuilder(names.getOrDefault(column.name(), column.name()));
			for (int row = 0; row < column.rows(); row++) {
				if (rows.test(row)) {
					builder.add(column.value(row));
				}
			}
			if (!column.name().equals(left)) {
				columns.add(builder.build());
			}
		}
		return new Table(columns);
	}

}
