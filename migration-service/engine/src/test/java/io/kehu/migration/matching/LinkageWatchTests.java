package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.migration.matching.progress.LinkageWatch;
import io.kehu.migration.matching.progress.LinkageWatch.Phase;
import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinkageWatchTests {

	private final SamplePersons persons = new PersonGenerator(7).generate(12_000, 0.25);

	private final Table table = Table.of(this.persons.columns(), this.persons.rows());

	private LinkageResult link(LinkageWatch watch) {
		return new Linker(LinkageSettings.defaults())
			.prepare(List.of(LinkageSource.of("persons", this.table)), List.of(), watch)
			.run();
	}

	@Test
	void eachPhaseIsToldFromItsBeginningToItsEnd() {
		Map<Phase, List<Double>> shares = new EnumMap<>(Phase.class);
		for (Phase phase : Phase.values()) {
			shares.put(phase, Collections.synchronizedList(new ArrayList<>()));
		}
		List<Phase> phases = Collections.synchronizedList(new ArrayList<>());
		LinkageResult watched = link((phase, share) -> {
			phases.add(phase);
			shares.get(phase).add(share);
		});

		assertThat(phases).isSortedAccordingTo(Phase::compareTo).contains(Phase.values());
		shares.forEach((phase, told) -> {
			assertThat(told).as(phase.name()).allMatch((share) -> share >= 0 && share <= 1);
			assertThat(Collections.min(told)).as(phase.name()).isLessThan(0.2);
			assertThat(Collections.max(told)).as(phase.name()).isGreaterThan(0.99);
		});
		assertThat(shares.get(Phase.LEARNING).stream().map((share) -> (int) (share * 10)).distinct())
			.hasSizeGreaterThan(8);
		assertThat(watched.clusters()).isEqualTo(link(LinkageWatch.NONE).clusters());
	}

	@ParameterizedTest
	@EnumSource
	void itEndsSoonInEachPhase(Phase last) {
		AtomicInteger later = new AtomicInteger();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> link((phase, share) -> {
			if (phase == last && share > 0.3) {
				later.incrementAndGet();
				throw new CancellationException("Enough");
			}
		}));
		assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES)).isTrue();
		assertThat(later.get()).isBetween(1, 200);
	}

}
