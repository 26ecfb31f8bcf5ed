package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.clusters.ReviewPair;
import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links records of which many are equal.
 */
class EqualRecordsLinkageTests {

	private static final int PERSONS = 600;

	private final List<String[]> rows = new ArrayList<>();

	private final List<String> columns;

	EqualRecordsLinkageTests() {
		SamplePersons persons = new PersonGenerator(31).generate(PERSONS, 0.1);
		this.columns = persons.columns();
		this.rows.addAll(persons.rows());
	}

	@Test
	void equalRecordsAreOneClusterAndADecisionHoldsForAll() {
		int first = add(40, "Anna", "Example", "7", "hill road", "Aville", "1001", "north", "19700203", "0301234567");
		int other = add(30, "Anna", "Exampel", "7", "hill road", "Aville", "1001", "north", "19700203", "0301234567");

		LinkageResult result = link(LinkageSettings.defaults(), List.of());
		assertThat(result.cluster(result.clusterOf(first))).hasSize(70);

		LinkageResult apart = link(LinkageSettings.defaults(),
				List.of(Decision.different(result.reference(first + 3), result.reference(other + 5))));
		assertThat(apart.cluster(apart.clusterOf(first))).hasSize(40);
		assertThat(apart.cluster(apart.clusterOf(other))).hasSize(30);
	}

	@Test
	void twoEqualRecordsMayBeToldApart() {
		int first = add(5, "Anna", "Example", "7", "hill road", "Aville", "1001", "north", "19700203", "0301234567");

		LinkageResult result = link(LinkageSettings.defaults(),
				List.of(Decision.different(new RecordReference("rows", key(first), true),
						new RecordReference("rows", key(first + 1), true))));

		assertThat(result.clusterOf(first)).isNotEqualTo(result.clusterOf(first + 1));
	}

	@Test
	void aFrequentNameAloneIsReviewedAsOneGroup() {
		int first = add(25, "", "Example", "", "", "", "", "", "", "");
		LinkageSettings wary = new LinkageSettings(0.99, 0.000_1, false, Map.of(), 42);

		LinkageResult result = link(wary, List.of());
		assertThat(result.cluster(result.clusterOf(first))).hasSize(1);
		List<ReviewPair> group = result.review().stream().filter((pair) -> pair.left() == first).toList();
		assertThat(group).anySatisfy((pair) -> {
			assertThat(pair.leftRecords() + pair.rightRecords()).isEqualTo(25);
			LinkageResult joined = link(wary, List.of(result.decision(pair, true)));
			assertThat(joined.cluster(joined.clusterOf(first))).hasSize(25);
			LinkageResult apart = link(wary, List.of(result.decision(pair, false)));
			assertThat(apart.review()).noneMatch((again) -> again.rightRecords() > 20);
		});
	}

	@Test
	void recordsWithoutAnyValueStayAlone() {
		int first = add(3, "", "", "", "", "", "", "", "", "");

		LinkageResult result = link(LinkageSettings.defaults(), List.of());

		assertThat(result.cluster(result.clusterOf(first))).hasSize(1);
	}

	@Test
	void aLinkageThatMergesMostSaysSo() {
		SamplePersons many = new PersonGenerator(32).generate(1_000, 0.7);
		LinkageResult most = new Linker(LinkageSettings.defaults())
			.link(LinkageSource.of("rows", Table.of(many.columns(), many.rows())));

		assertThat(most.warnings()).extracting(LinkageWarning::kind).contains(LinkageWarning.Kind.MERGES_MOST);
		assertThat(link(LinkageSettings.defaults(), List.of()).warnings()).isEmpty();
	}

	private int add(int times, String... row) {
		int first = this.rows.size();
		for (int i = 0; i < times; i++) {
			this.rows.add(row.clone());
		}
		return first;
	}

	private static String key(int row) {
		return Integer.toString(row + 1);
	}

	private LinkageResult link(LinkageSettings settings, List<Decision> decisions) {
		return new Linker(settings).link(List.of(LinkageSource.of("rows", Table.of(this.columns, this.rows))),
				decisions);
	}

}
