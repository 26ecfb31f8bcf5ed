package io.kehu.platform.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(60)
class ChunkLanesTests {

	private final List<Integer> passedOn = new CopyOnWriteArrayList<>();

	@Test
	void storesTwoAtATimeAndPassesThemOnInOrder() throws IOException {
		CountDownLatch second = new CountDownLatch(1);
		try (ChunkLanes<Integer> lanes = new ChunkLanes<>()) {
			lanes.begin(Set.of("a"), (touched) -> {
				touched.accept(Set.of("a", "also a"));
				return after(second, 1);
			}, this.passedOn::add);
			lanes.begin(Set.of("b"), (touched) -> {
				touched.accept(Set.of("b"));
				second.countDown();
				return 2;
			}, this.passedOn::add);
			for (int chunk = 3; chunk <= 100; chunk++) {
				int number = chunk;
				lanes.begin(Set.of(chunk), (touched) -> number, this.passedOn::add);
			}
			lanes.finish();
		}
		assertThat(this.passedOn).containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
	}

	@Test
	void storesWhatHasSomethingInCommonAfterAllBefore() throws IOException {
		List<Integer> passedOnAtTheBeginning = new CopyOnWriteArrayList<>();
		try (ChunkLanes<Integer> lanes = new ChunkLanes<>()) {
			for (int chunk = 0; chunk < 200; chunk++) {
				int number = chunk;
				lanes.begin((chunk % 3 != 0) ? Set.of("called", chunk) : null, (touched) -> {
					passedOnAtTheBeginning.add(this.passedOn.size());
					touched.accept(Set.of("also called", "called"));
					return number;
				}, this.passedOn::add);
			}
			lanes.finish();
		}
		assertThat(passedOnAtTheBeginning).isEqualTo(this.passedOn).hasSize(200).isSorted();
	}

	@Test
	void worksForTheCallerOfTheLoad() throws IOException {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("xena", null));
		List<String> callers = new CopyOnWriteArrayList<>();
		try (ChunkLanes<String> lanes = new ChunkLanes<>()) {
			lanes.begin(Set.of(), (touched) -> SecurityContextHolder.getContext().getAuthentication().getName(),
					callers::add);
			lanes.begin(Set.of(), (touched) -> SecurityContextHolder.getContext().getAuthentication().getName(),
					callers::add);
			lanes.finish();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
		assertThat(callers).containsExactly("xena", "xena");
	}

	@Test
	void saysWhenAResultCannotBePassedOn() throws IOException {
		try (ChunkLanes<Integer> lanes = new ChunkLanes<>()) {
			lanes.begin(Set.of(), (touched) -> 1, (result) -> {
				throw new UncheckedIOException(new IOException("nobody is there"));
			});
			assertThatIOException().isThrownBy(() -> {
				for (int chunk = 2; chunk < 5; chunk++) {
					lanes.begin(Set.of(), (touched) -> 2, this.passedOn::add);
				}
			}).withMessage("nobody is there");
		}
		assertThat(this.passedOn).isEmpty();
	}

	@Test
	void letsAChunkEndBeforeItCloses() {
		AtomicInteger ended = new AtomicInteger();
		CountDownLatch never = new CountDownLatch(1);
		assertThatIllegalStateException().isThrownBy(() -> {
			try (ChunkLanes<Integer> lanes = new ChunkLanes<>()) {
				lanes.begin(Set.of(), (touched) -> {
					quietly(() -> never.await(200, TimeUnit.MILLISECONDS));
					return ended.incrementAndGet();
				}, this.passedOn::add);
				throw new IllegalStateException("the body ended too early");
			}
		});
		assertThat(ended).hasValue(1);
	}

	private static int after(CountDownLatch other, int result) {
		quietly(() -> {
			if (!other.await(30, TimeUnit.SECONDS)) {
				throw new AssertionError("The other chunk was not begun");
			}
			return null;
		});
		return result;
	}

	private static void quietly(Callable<?> work) {
		try {
			work.call();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
