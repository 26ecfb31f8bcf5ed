package io.kehu.migration.matching.seeded;

import java.util.Locale;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.PairwiseQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds linkage of persons to a floor where their mail follows from their names and
 * households share what they have.
 */
class SeededPersonTests {

	private static final System.Logger LOG = System.getLogger(SeededPersonTests.class.getName());

	@Test
	void tellsTwoThousandPersonsApart() {
		check(SeededPersons.of(2_000, 7_001));
	}

	@Test
	void tellsEightThousandPersonsApart() {
		check(SeededPersons.of(8_000, 7_002));
	}

	private static void check(SeededSet set) {
		long start = System.nanoTime();
		LinkageResult result = set.link();
		PairwiseQuality quality = set.quality(result);
		String figures = "%d records: P %.4f R %.4f F1 %.4f, %s, %d ms".formatted(set.size(), quality.precision(),
				quality.recall(), quality.f1(), quality, (System.nanoTime() - start) / 1_000_000);
		LOG.log(System.Logger.Level.INFO, figures);
		assertThat(quality.precision()).as(figures).isGreaterThanOrEqualTo(0.99);
		assertThat(quality.f1()).as(figures).isGreaterThanOrEqualTo(0.95);
	}

	@Test
	void columnsThatRepeatTheNameAreNoFurtherEvidence() {
		check(SeededPersons.of(2_000, 7_001)
			.with("salutation", (row) -> "Dear " + ((row[0].length() % 2 == 0) ? "Mr " : "Ms ") + row[1])
			.with("sort name", (row) -> (row[1] + row[0]).toUpperCase(Locale.ROOT))
			.with("label", (row) -> row[0] + " " + row[1] + ", " + row[7]));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "iban", "insurance number", "household" })
	void aHouseholdIsNotOnePerson(String shared) {
		SeededSet all = household();
		SeededSet set = shared.isEmpty() ? all
				: all.with(shared, (row) -> "DE" + (10_000_000_000L + 7_919L * Integer.parseInt(row[6])));

		PairwiseQuality quality = set.quality(set.link());

		LOG.log(System.Logger.Level.INFO, "couples and twins joined: {0} of {1}", quality.wrong(), 276);
		assertThat(quality.wrong()).isZero();
	}

	private static SeededSet household() {
		SeededSet set = new SeededSet(SeededPersons.COLUMNS);
		int entity = 0;
		for (int i = 0; i < 276; i++) {
			String family = PersonWords.FAMILY.get(i % PersonWords.FAMILY.size()) + ((i < 200) ? "" : "er");
			String mail = PersonWords.plain(family) + i + "@web.example";
			String phone = "030 " + (4_000_000 + i * 7_919);
			String street = PersonWords.STREETS.get(i % 50) + " " + (1 + i % 90);
			String city = PersonWords.CITIES.get(i % 30);
			String first = PersonWords.GIVEN.get((i * 2) % 110);
			String second = PersonWords.GIVEN.get((i * 2 + 1) % 110);
			String date = "19%02d-%02d-%02d".formatted(40 + i % 50, 1 + i % 12, 1 + i % 28);
			String other = (i % 5 == 0) ? date
					: "19%02d-%02d-%02d".formatted(40 + (i + 3) % 50, 1 + (i * 5) % 12, 1 + (i * 11) % 28);
			set.add(entity++, first, family, date, mail, phone, street, Integer.toString(10_000 + i), city);
			set.add(entity++, second, family, other, mail, phone, street, Integer.toString(10_000 + i), city);
		}
		return set;
	}

}
