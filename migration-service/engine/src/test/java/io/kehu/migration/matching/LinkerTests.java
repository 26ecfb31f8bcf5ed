package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

import io.kehu.migration.matching.blocking.CappedBlock;
import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LinkerTests {

	private final SamplePersons persons = new PersonGenerator(11).generate(4_000, 0.2);

	private final Table table = Table.of(this.persons.columns(), this.persons.rows());

	private final Linker linker = new Linker(LinkageSettings.defaults());

	@Test
	void findsDoubledPersonsWithoutLabels() {
		LinkageResult result = this.linker.link(LinkageSource.of("persons", this.table));

		PairwiseQuality quality = PairwiseQuality.of(result, this.persons::person);
		assertThat(quality.f1()).as(quality.toString()).isGreaterThan(0.993);
		assertThat(quality.precision()).as(quality.toString()).isGreaterThan(0.995);
	}

	@Test
	void givesTheSameResultEachTime() {
		LinkageResult one = this.linker.link(LinkageSource.of("persons", this.table));
		LinkageResult other = this.linker.link(LinkageSource.of("persons", this.table));

		assertThat(other.clusters()).isEqualTo(one.clusters());
		for (int row = 0; row < one.records(); row++) {
			assertThat(other.clusterOf(row)).isEqualTo(one.clusterOf(row));
		}
		assertThat(other.review()).isEqualTo(one.review());
	}

	@Test
	void explainsAPairStepByStep() {
		LinkageResult result = this.linker.link(LinkageSource.of("persons", this.table));
		int[] pair = firstPair(result);

		PairExplanation explanation = result.explain(pair[0], pair[1]);

		double sum = explanation.prior() + explanation.steps().stream().mapToDouble(PairExplanation.Step::weight).sum();
		assertThat(explanation.total()).isCloseTo(sum, within(1e-9));
		assertThat(explanation.steps()).extracting(PairExplanation.Step::field)
			.contains("family name", "date_of_birth");
		assertThat(explanation.prior()).isNegative();
		assertThat(explanation.probability()).isBetween(0.0, 1.0);
	}

	@Test
	void decisionsOutweighTheEvidenceOnTheNextRun() {
		LinkageSource source = LinkageSource.of("persons", this.table);
		LinkageResult before = this.linker.link(source);
		int[] joined = firstPair(before);
		int stranger = before.cluster(before.clusters() - 1)[0];
		List<Decision> decisions = List.of(
				new Decision(before.reference(joined[0]), before.reference(joined[1]), false),
				new Decision(before.reference(joined[0]), before.reference(stranger), true),
				new Decision(new RecordReference("persons", "unknown"), before.reference(stranger), true));

		LinkageResult after = this.linker.link(List.of(source), decisions);

		assertThat(after.clusterOf(joined[0])).isNotEqualTo(after.clusterOf(joined[1]));
		assertThat(after.clusterOf(joined[0])).isEqualTo(after.clusterOf(stranger));
		assertThat(after.review()).noneMatch((pair) -> pair.left() == joined[0] && pair.right() == joined[1]);
	}

	@Test
	void linksAcrossSourcesOnlyWhenEachHoldsAnEntityOnce() {
		Set<Integer> seen = new HashSet<>();
		boolean[] first = new boolean[this.table.rows()];
		for (int row = 0; row < first.length; row++) {
			first[row] = seen.add(this.persons.person(row));
		}
		List<LinkageSource> sources = List.of(LinkageSource.of("old", part((row) -> first[row])),
				LinkageSource.of("new", part((row) -> !first[row])));

		LinkageResult result = new Linker(LinkageSettings.defaults().acrossSourcesOnly()).link(sources, List.of());

		for (int cluster = 0; cluster < result.clusters(); cluster++) {
			int[] rows = result.cluster(cluster);
			assertThat(rows.length).isLessThanOrEqualTo(2);
			if (rows.length == 2) {
				assertThat(result.reference(rows[0]).source()).isEqualTo("old");
				assertThat(result.reference(rows[1]).source()).isEqualTo("new");
			}
		}
		assertThat(result.clusters()).isLessThan((int) (result.records() * 0.82));
	}

	@Test
	void newRecordsJoinKnownEntitiesWhichStayAsTheyAre() {
		int half = this.table.rows() / 2;
		Table existing = withEntities(part((row) -> row < half));
		LinkageSource known = LinkageSource.of("live", existing).linkedBy("entity");
		LinkageSource arriving = LinkageSource.of("arriving", part((row) -> row >= half));

		LinkageResult result = this.linker.link(List.of(known, arriving), List.of());

		for (int left = 0; left < half; left++) {
			for (int right : result.cluster(result.clusterOf(left))) {
				if (right < half) {
					assertThat(this.persons.person(right)).isEqualTo(this.persons.person(left));
				}
			}
		}
		PairwiseQuality quality = PairwiseQuality.of(result, this.persons::person);
		assertThat(quality.f1()).as(quality.toString()).isGreaterThan(0.98);
	}

	@Test
	void aBlockOfEverythingIsLeftOutAndReported() {
		List<Column> columns = new ArrayList<>();
		for (Column column : this.table.columns()) {
			if (column.name().equals("surname")) {
				ColumnBuilder builder = new ColumnBuilder("surname");
				for (int row = 0; row < column.rows(); row++) {
					builder.add((row < 3_000) ? "same" : column.value(row));
				}
				columns.add(builder.build());
			}
			else {
				columns.add(column);
			}
		}

		LinkageResult result = this.linker.link(LinkageSource.of("persons", new Table(columns)));

		assertThat(result.capped())
			.anyMatch((block) -> block.largest() >= 2_900 && block.rule().contains("family name"));
		assertThat(PairwiseQuality.of(result, this.persons::person).precision()).isGreaterThan(0.98);
	}

	@Test
	void aColumnWithOneValueForEverythingIsReported() {
		List<Column> columns = new ArrayList<>(this.table.columns());
		int rows = this.table.rows();
		columns.add(Column.of("country", Collections.nCopies(rows, "NL")));

		LinkageResult result = this.linker.link(LinkageSource.of("persons", new Table(columns)));

		assertThat(result.capped()).contains(new CappedBlock("country: one value for all", 1, rows, rows));
	}

	@Test
	void explainsAPairToReviewUpToItsWeight() {
		LinkageResult result = new Linker(new LinkageSettings(0.99, 0.000_1, false, Map.of(), 42))
			.link(LinkageSource.of("persons", this.table));

		assertThat(result.review()).isNotEmpty().allSatisfy((pair) -> {
			PairExplanation explanation = result.explain(pair);
			assertThat(explanation.total()).isEqualTo(pair.weight());
			assertThat(explanation.probability()).isEqualTo(pair.probability());
			assertThat(explanation.steps().get(explanation.steps().size() - 1).running()).isCloseTo(pair.weight(),
					within(1e-9));
		});
	}

	@Test
	void emptyAndTinyTablesAreNoTrouble() {
		Table none = new Table(List.of(Column.of("name", List.of())));
		Table single = new Table(List.of(Column.of("name", List.of("anna roe"))));
		Table twins = new Table(List.of(Column.of("a", List.of("x", "x")), Column.of("b", List.of("y", "y"))));

		assertThat(this.linker.link(LinkageSource.of("none", none)).clusters()).isZero();
		assertThat(this.linker.link(LinkageSource.of("single", single)).clusters()).isEqualTo(1);
		assertThat(this.linker.link(LinkageSource.of("twins", twins)).clusters()).isEqualTo(2);
	}

	@Test
	void thresholdsMustBeInOrder() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LinkageSettings(0.5, 0.9, false, Map.of(), 1));
	}

	private static int[] firstPair(LinkageResult result) {
		for (int cluster = 0; cluster < result.clusters(); cluster++) {
			if (result.cluster(cluster).length == 2) {
				return result.cluster(cluster);
			}
		}
		throw new AssertionError("no pair found");
	}

	private Table part(IntPredicate rows) {
		return new Table(this.table.columns().stream().map((column) -> {
			ColumnBuilder builder = new ColumnBuilder(column.name());
			for (int row = 0; row < column.rows(); row++) {
				if (rows.test(row)) {
					builder.add(column.value(row));
				}
			}
			return builder.build();
		}).toList());
	}

	private Table withEntities(Table table) {
		List<Column> columns = new ArrayList<>(table.columns());
		ColumnBuilder builder = new ColumnBuilder("entity");
		for (int row = 0; row < table.rows(); row++) {
			builder.add("E" + this.persons.person(row));
		}
		columns.add(builder.build());
		return new Table(columns);
	}

}
