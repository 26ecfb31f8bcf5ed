package io.kehu.migration.duplicate;

import java.util.List;

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

		assertThat(neighbourhood.search(this.table)).extracting(NearDuplicate::first, NearDuplicate::row)
			.containsExactly(tuple(0, 2), tuple(0, 3));
	}

	@Test
	void anotherPassFindsWhatOneKeyPartsAndNoPairTwice() {
		SortedNeighbourhood neighbourhood = new SortedNeighbourhood(List.of(List.of("name"), List.of("city", "name")),
				3, 0.9);

		List<NearDuplicate> found = neighbourhood.search(this.table);

		assertThat(found).extracting(NearDuplicate::first, NearDuplicate::row)
			.doesNotHaveDuplicates()
			.contains(tuple(0, 4));
		assertThat(found).noneMatch((pair) -> pair.first() == 1 || pair.row() == 1);
	}

	@Test
	void findsMostOfTheDoubledPersonsInThreePasses() {
		SamplePersons persons = new PersonGenerator(2).generate(4_000, 0.2);
		SortedNeighbourhood neighbourhood = new SortedNeighbourhood(List.of(List.of("surname", "given_name"),
				List.of("date_of_birth", "given_name"), List.of("postcode", "address")), 10, 0.86);

		List<NearDuplicate> found = neighbourhood.search(persons.table());

		long right = found.stream()
			.filter((pair) -> persons.person(pair.row()) == persons.person(pair.first()))
			.count();
		assertThat(right).isGreaterThan(700);
		assertThat(found).hasSizeLessThan((int) (right * 1.05));
	}

	@Test
	void needsAKeyAndAWindow() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SortedNeighbourhood(List.of(), 3, 0.9));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SortedNeighbourhood(List.of(List.of("name")), 1, 0.9));
	}

}
