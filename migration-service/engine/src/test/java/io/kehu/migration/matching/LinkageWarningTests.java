package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A result that is implausible as a whole says so, and in which way.
 */
class LinkageWarningTests {

	private static final int PHONE = 8;

	private final SamplePersons persons = new PersonGenerator(31).generate(600, 0.2);

	private static List<LinkageWarning.Kind> warnings(LinkageSettings settings, SamplePersons persons,
			List<String[]> rows) {
		return new Linker(settings).link(LinkageSource.of("rows", Table.of(persons.columns(), rows)))
			.warnings()
			.stream()
			.map(LinkageWarning::kind)
			.toList();
	}

	private List<String[]> rows() {
		return new ArrayList<>(this.persons.rows().stream().map(String[]::clone).toList());
	}

	@Test
	void aSoundResultWarnsOfNothing() {
		assertThat(warnings(LinkageSettings.defaults(), this.persons, rows())).isEmpty();
	}

	@Test
	void mostRecordsMerged() {
		SamplePersons many = new PersonGenerator(32).generate(1_000, 0.7);

		assertThat(warnings(LinkageSettings.defaults(), many, many.rows()))
			.containsExactly(LinkageWarning.Kind.MERGES_MOST);
	}

	@Test
	void oneClusterOfManyRecords() {
		List<String[]> rows = rows();
		String[] one = rows.get(0);
		for (int i = 0; i < 100; i++) {
			String[] copy = one.clone();
			copy[2] = Integer.toString(i + 1);
			rows.add(copy);
		}

		assertThat(warnings(LinkageSettings.defaults(), this.persons, rows)).contains(LinkageWarning.Kind.GIANT_CLUSTER)
			.doesNotContain(LinkageWarning.Kind.MERGES_MOST);
	}

	@Test
	void aFieldThatAgreesAmongStrangers() {
		List<String[]> rows = rows();
		rows.forEach((row) -> row[PHONE] = "0301234567");
		rows.get(0)[PHONE] = "0307654321";

		assertThat(warnings(LinkageSettings.defaults(), this.persons, rows))
			.containsExactly(LinkageWarning.Kind.FIELD_TELLS_NOTHING);
	}

	@Test
	void farFewerMatchesThanExpected() {
		LinkageSettings wary = new LinkageSettings(1 - 1e-16, 0.2, false, Map.of(), 42);

		assertThat(warnings(wary, this.persons, rows().stream().map((row) -> {
			row[PHONE] = "";
			return row;
		}).toList())).contains(LinkageWarning.Kind.ESTIMATE);
	}

}
