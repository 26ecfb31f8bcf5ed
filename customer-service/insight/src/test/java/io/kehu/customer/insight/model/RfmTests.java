package io.kehu.customer.insight.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RfmTests {

	@Test
	void scoresFifthsOfDifferentValues() {
		double[] values = IntStream.rangeClosed(1, 100).mapToDouble((value) -> 101 - value).toArray();
		Quintiles quintiles = Quintiles.of(values);
		for (int score = 1; score <= 5; score++) {
			int wanted = score;
			assertThat(Arrays.stream(values).filter((value) -> quintiles.score(value) == wanted)).hasSize(20);
		}
		assertThat(quintiles.score(1)).isEqualTo(1);
		assertThat(quintiles.score(100)).isEqualTo(5);
		assertThat(quintiles.score(1_000)).isEqualTo(5);
	}

	@Test
	void scoresEqualValuesEqually() {
		double[] values = { 1, 1, 1, 1, 1, 1, 1, 2, 2, 3 };
		Quintiles quintiles = Quintiles.of(values);
		assertThat(quintiles.score(1)).isEqualTo(1);
		assertThat(quintiles.score(2)).isEqualTo(4);
		assertThat(quintiles.score(3)).isEqualTo(5);
		assertThat(Quintiles.of(new double[] { 7, 7, 7, 7, 7, 7 }).score(7)).isEqualTo(1);
		assertThat(Quintiles.of(new double[] { 7 }).score(7)).isEqualTo(1);
	}

	/** One more than the whole fifths of all values that are lower, for any values. */
	@Test
	void followsItsDefinition() {
		for (int size = 1; size < 40; size++) {
			int most = 1 + size / 3;
			double[] values = IntStream.range(0, size).mapToDouble((place) -> place * place % most).toArray();
			Quintiles quintiles = Quintiles.of(values);
			for (double value : values) {
				long lower = Arrays.stream(values).filter((other) -> other < value).count();
				assertThat(quintiles.score(value)).isEqualTo(1 + (int) (5 * lower / size));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "5, 5, 5, CHAMPIONS", "5, 1, 1, NEW_CUSTOMERS", "4, 1, 1, PROMISING", "4, 4, 4, LOYAL",
			"5, 2, 3, POTENTIAL_LOYALISTS", "3, 3, 3, NEEDING_ATTENTION", "3, 1, 2, ABOUT_TO_SLEEP", "2, 4, 3, AT_RISK",
			"1, 5, 4, CANNOT_LOSE_THEM", "2, 1, 1, HIBERNATING", "1, 1, 2, LOST" })
	void namesSegments(int recency, int frequency, int money, RfmSegment segment) {
		assertThat(new RfmScore(recency, frequency, money).segment()).isEqualTo(segment);
	}

	@Test
	void usesEachName() {
		Set<RfmSegment> found = EnumSet.noneOf(RfmSegment.class);
		for (int recency = 1; recency <= 5; recency++) {
			for (int worth = 1; worth <= 5; worth++) {
				found.add(RfmSegment.of(recency, worth));
			}
		}
		assertThat(found).containsExactlyInAnyOrder(RfmSegment.values()).hasSize(11);
	}

}
