package io.kehu.migration.profile;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.kehu.migration.table.Hashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SketchTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 99, 1_000 })
	void countsFewDistinctExactly(int distinct) {
		DistinctCounter counter = new DistinctCounter(1_000);
		for (int i = 0; i < 3 * distinct; i++) {
			counter.add(Hashes.of("value " + i % distinct));
		}

		assertThat(counter.count()).isEqualTo(distinct);
		assertThat(counter.isExact()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 20_000, 300_000 })
	void estimatesManyDistinctAlsoAcrossPartitions(int distinct) {
		DistinctCounter whole = new DistinctCounter(1_000);
		DistinctCounter first = new DistinctCounter(1_000);
		DistinctCounter second = new DistinctCounter(1_000_000);
		for (int i = 0; i < distinct; i++) {
			whole.add(Hashes.of("value " + i));
			((i % 3 == 0) ? first : second).add(Hashes.of("value " + i));
		}
		first.merge(second);

		assertThat(whole.isExact()).isFalse();
		assertThat((double) whole.count()).isCloseTo(distinct, within(0.03 * distinct));
		assertThat(first.count()).isEqualTo(whole.count());
	}

	@Test
	void givesQuantilesExactlyWhileTheyFit() {
		QuantileSketch sketch = new QuantileSketch();
		sketch.add(10, 3);
		sketch.add(20, 1);
		sketch.add(-5, 6);

		Weighted sorted = sketch.sorted();

		assertThat(sketch.isExact()).isTrue();
		assertThat(sorted.quantile(0.5)).isEqualTo(-5);
		assertThat(sorted.quantile(0.6)).isEqualTo(-5);
		assertThat(sorted.quantile(0.61)).isEqualTo(10);
		assertThat(sorted.quantile(1)).isEqualTo(20);
		assertThat(sorted.below(10)).isEqualTo(6);
		assertThat(sorted.above(10)).isEqualTo(1);
	}

	@Test
	void givesQuantilesNearlyWhenTheyDoNotFit() {
		SplittableRandom random = new SplittableRandom(5);
		double[] values = random.doubles(400_000).map((value) -> value * value).toArray();
		QuantileSketch first = new QuantileSketch();
		QuantileSketch second = new QuantileSketch();
		for (int i = 0; i < values.length; i++) {
			((i % 5 == 0) ? first : second).add(values[i], 1);
		}
		first.merge(second);
		Arrays.sort(values);

		Weighted sorted = first.sorted();

		assertThat(first.isExact()).isFalse();
		assertThat(sorted.total()).isCloseTo(400_000, within(400L));
		for (double share : new double[] { 0.01, 0.25, 0.5, 0.9, 0.99 }) {
			int place = Arrays.binarySearch(values, sorted.quantile(share));
			assertThat(place / 400_000.0).isCloseTo(share, within(0.003));
		}
	}

	@Test
	void keepsFrequentValues() {
		FrequentValues values = new FrequentValues(100);
		for (int i = 0; i < 50_000; i++) {
			values.add((i % 4 == 0) ? "often" : (i % 10 == 1) ? "sometimes" : "rare " + i, 1);
		}

		List<Counted> top = values.top(2);

		assertThat(top).extracting(Counted::value).containsExactly("often", "sometimes");
		assertThat(top.get(0).count()).isBetween(12_500L, 12_500L + values.error());
		assertThat(values.isExact()).isFalse();
	}

	@Test
	void addsMomentsOfPartitions() {
		Moments whole = new Moments();
		Moments first = new Moments();
		Moments second = new Moments();
		for (double value : new double[] { 3, -1, 4, 1, -5, 9, 2, 6, 5, 3, 5 }) {
			whole.add(value, 1);
			((value > 3) ? first : second).add(value, 1);
		}
		first.merge(second);

		assertThat(first.mean()).isCloseTo(32.0 / 11, within(1e-12));
		assertThat(first.deviation()).isCloseTo(whole.deviation(), within(1e-12)).isCloseTo(3.72705, within(1e-5));
		assertThat(first.lowest()).isEqualTo(whole.lowest());
		assertThat(first.highest()).isEqualTo(whole.highest()).containsEntry(5.0, 2L);
		assertThat(first.negatives()).isEqualTo(2);
	}

}
