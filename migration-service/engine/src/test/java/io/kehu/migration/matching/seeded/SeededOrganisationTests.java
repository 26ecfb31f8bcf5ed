package io.kehu.migration.matching.seeded;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.PairwiseQuality;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds linkage of organisations to a floor where their names and their places are all
 * that is given.
 */
class SeededOrganisationTests {

	private static final System.Logger LOG = System.getLogger(SeededOrganisationTests.class.getName());

	@Test
	void findsOrganisationsByNameAndCity() {
		check(SeededOrganisations.of(1_500, 8_001), 0.98, 0.90);
	}

	@Test
	void findsNamesThatTellWhateverTheirPlaces() {
		check(SeededOrganisations.travelling(800, 8_002), 0.98, 0.90);
	}

	@Test
	void differentNamesInOneCityAreNeverJoined() {
		SeededSet names = SeededOrganisations.of(600, 8_003);
		SeededSet set = new SeededSet(List.of("name", "city", "postcode"));
		Set<Integer> seen = new HashSet<>();
		for (int row = 0; set.size() < 134; row++) {
			if (seen.add(names.entity(row))) {
				int place = (set.size() < 17) ? 0 : (set.size() < 33) ? 1 : 2 + set.size() % 9;
				set.add(set.size(), names.value(row, "name"), PersonWords.CITIES.get(place),
						Integer.toString(69_000 + place * 100));
			}
		}

		LinkageResult result = set.link();

		LOG.log(System.Logger.Level.INFO, "different names joined: {0}", 134 - result.clusters());
		assertThat(result.clusters()).isEqualTo(134);
	}

	@Test
	void oneNameManyTimesOverIsOneCluster() {
		SeededSet names = SeededOrganisations.of(2_000, 8_004);
		SeededSet set = new SeededSet(List.of("number", "name", "city"));
		Set<Integer> seen = new HashSet<>();
		for (int row = 0; row < names.size() && set.size() < 2_000; row++) {
			if (seen.add(names.entity(row))) {
				set.add(names.entity(row), "C" + set.size(), names.value(row, "name"), names.value(row, "city"));
			}
		}
		for (int copy = 0; copy < 300; copy++) {
			set.add(-1, "C" + set.size(), "Philips Electronics", "Eindhoven");
		}

		LinkageResult result = set.link();

		LOG.log(System.Logger.Level.INFO, "to review: {0}, capped: {1}", result.review().size(), result.capped());
		int cluster = result.clusterOf(set.size() - 1);
		assertThat(result.cluster(cluster)).hasSize(300);
		assertThat(result.review()).hasSizeLessThan(100);
		assertThat(result.capped()).noneMatch((block) -> block.largest() >= 300);
	}

	private static void check(SeededSet set, double precision, double f1) {
		LinkageResult result = set.link();
		PairwiseQuality quality = set.quality(result);
		String figures = "%d records: P %.4f R %.4f F1 %.4f, %s".formatted(set.size(), quality.precision(),
				quality.recall(), quality.f1(), quality);
		LOG.log(System.Logger.Level.INFO, figures);
		assertThat(quality.precision()).as(figures).isGreaterThanOrEqualTo(precision);
		assertThat(quality.f1()).as(figures).isGreaterThanOrEqualTo(f1);
	}

}
