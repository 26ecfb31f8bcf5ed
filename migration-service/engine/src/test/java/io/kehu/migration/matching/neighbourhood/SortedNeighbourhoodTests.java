package io.kehu.migration.matching.neighbourhood;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class SortedNeighbourhoodTests {

	private final Table table = new Table(
			List.of(Column.of("name", List.of("Martha Roe", "Xaver Doe", "marhta roe", "Martha Roe", "Artha Roe")),
					Column.of("city", List.of("Berlin", "Rome", "Berlin", "Berlin", "Berlin"))));

	@Test
	void findsNeighboursThatAreAlike() {
		SortedNeighbourhood neighbourhood = new SortedNeighbourhood(List.of(List.of("name")), 2, 0.97);

		assertThat(RangedNeighbourhood.search(neighbourhood, this.table, List.of(), 2))
			.extracting(NearDuplicate::first, NearDuplicate::row)
			.containsExactly(tuple(0L, 2L), tuple(0L, 3L));
	}

	@Test
	void anotherPassFindsWhatOneKeyPartsAndNoPairTwice() {
		SortedNeighbourhood neighbourhood = new SortedNeighbourhood(List.of(List.of("name"), List.of("city", "name")),
				3, 0.9);

		List<NearDuplicate> found = RangedNeighbourhood.search(neighbourhood, this.table, List.of(), 2);

		assertThat(found).extracting(NearDuplicate::first, NearDuplicate::row)
			.doesNotHaveDuplicates()
			.contains(tuple(0L, 4L));
		assertThat(found).noneMatch((pair) -> pair.first() == 1 || pair.row() == 1);
	}

	@Test
	void findsMostOfTheDoubledPersonsInThreePasses() {
		SamplePersons persons = new PersonGenerator(2).generate(4_000, 0.2);
		SortedNeighbourhood neighbourhood = new SortedNeighbourhood(List.of(List.of("surname", "given_name"),
				List.of("date_of_birth", "given_name"), List.of("postcode", "address")), 10, 0.86);

		List<NearDuplicate> found = RangedNeighbourhood.search(neighbourhood,
				Table.of(persons.columns(), persons.rows()), List.of(), 4);

		long right = found.stream()
			.filter((pair) -> persons.person((int) pair.row()) == persons.person((int) pair.first()))
			.count();
		assertThat(right).isGreaterThan(700);
		assertThat(found).hasSizeLessThan((int) (right * 1.05));
	}

	@Test
	void rangesFindWhatOneSearchFinds() {
		SplittableRandom random = new SplittableRandom(6);
		for (int trial = 0; trial < 300; trial++) {
			int rows = random.nextInt(60);
			Table table = table(random, rows, 1 + random.nextInt(Math.max(1, rows)));
			SortedNeighbourhood how = new SortedNeighbourhood(
					List.of(List.of("name"), List.of("city", "name"), List.of("city")).subList(0, 1 + trial % 3),
					2 + random.nextInt(14), 0.4 + random.nextDouble() / 2);
			List<String> columns = random.nextBoolean() ? List.of() : List.of("name", "note");
			List<NearDuplicate> whole = WholeNeighbourhood.search(how, table, columns);
			for (int ranges : new int[] { 1, 2, 3, 8, 40 }) {
				assertThat(RangedNeighbourhood.search(how, table, columns, ranges))
					.as("%s of %d rows in %d ranges", how, rows, ranges)
					.isEqualTo(whole);
			}
		}
	}

	/** Few different values for many rows, or as many as rows, some of them missing. */
	private static Table table(SplittableRandom random, int rows, int different) {
		List<Column> columns = new ArrayList<>();
		for (String name : List.of("name", "city", "note")) {
			List<String> values = new ArrayList<>();
			for (int row = 0; row < rows; row++) {
				int value = random.nextInt(different);
				values.add((value == 1) ? " " : (value == 2) ? "-" : "Vál " + (char) ('a' + value % 26) + value / 7);
			}
			columns.add(Column.of(name, values));
		}
		return new Table(columns);
	}

	@Test
	void cutsRowsOfOneKeyIntoRangesOfTheSameSize() {
		List<NeighbourKey> same = LongStream.range(0, 9_000).mapToObj((row) -> new NeighbourKey("same", row)).toList();

		SortRanges ranges = new SortRanges(
				same.stream().filter((key) -> SortRanges.samples(key.row(), same.size())).toList(), 3);

		assertThat(same.stream().collect(Collectors.groupingBy(ranges::range, Collectors.counting()))).hasSize(3)
			.allSatisfy((range, rows) -> assertThat(rows).isBetween(2_700L, 3_300L));
	}

	@Test
	void needsAKeyAndAWindow() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SortedNeighbourhood(List.of(), 3, 0.9));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SortedNeighbourhood(List.of(List.of("name")), 1, 0.9));
	}

}
