package io.kehu.platform.balancer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.balancer.Rotation.Member;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SmoothRotationTests {

	private final SmoothRotation<String> rotation = new SmoothRotation<>();

	@Test
	void interleavesLikeNginx() {
		update(5, 1, 1);
		assertThat(turns(14)).isEqualTo("aabacaaaabacaa");
	}

	@Test
	void equalWeightsTakeTurns() {
		update(1, 1, 1);
		assertThat(turns(7)).isEqualTo("abcabca");
	}

	@RepeatedTest(50)
	void eachCycleGivesEveryMemberExactlyItsWeight(RepetitionInfo repetition) {
		int[] weights = randomWeights(repetition.getCurrentRepetition());
		update(weights);
		for (int cycle = 0; cycle < 3; cycle++) {
			assertThat(counts(IntStream.of(weights).sum())).isEqualTo(expected(weights, 1));
		}
	}

	@RepeatedTest(50)
	void nobodyIsEverAFullTurnAheadOrTwoBehind(RepetitionInfo repetition) {
		int[] weights = randomWeights(repetition.getCurrentRepetition());
		update(weights);
		int total = IntStream.of(weights).sum();
		int[] received = new int[weights.length];
		for (int turn = 1; turn <= total; turn++) {
			received[this.rotation.next().charAt(0) - 'a']++;
			for (int i = 0; i < weights.length; i++) {
				double ahead = received[i] - (double) turn * weights[i] / total;
				assertThat(ahead).isBetween(-2.0, 1.0);
			}
		}
	}

	@Test
	void largeWeightsAreExactToo() {
		update(5003, 3001, 1999);
		assertThat(counts(10_003)).isEqualTo(expected(new int[] { 5003, 3001, 1999 }, 1));
	}

	@Test
	void weightZeroDrains() {
		update(0, 2, 1);
		assertThat(turns(6)).isEqualTo("bcbbcb");
	}

	@Test
	void allOfWeightZeroShareAlike() {
		update(0, 0);
		assertThat(turns(4)).isEqualTo("abab");
	}

	@Test
	void nobodyIsThere() {
		assertThat(this.rotation.next()).isNull();
		update(1);
		update();
		assertThat(this.rotation.next()).isNull();
	}

	@Test
	void layingTheSameMembersAnewDisturbsNoTurn() {
		update(5, 1, 1);
		StringBuilder turns = new StringBuilder();
		for (int i = 0; i < 14; i++) {
			turns.append(this.rotation.next());
			update(5, 1, 1);
		}
		assertThat(turns).hasToString("aabacaaaabacaa");
	}

	@Test
	void formerLargeWeightsDoNotStarveAnyone() {
		update(1_000_000, 1, 1);
		turns(10);
		update(1, 1, 1);
		assertThat(counts(30).values()).allSatisfy((count) -> assertThat(count).isBetween(9L, 11L));
	}

	@Test
	void leaversAndJoinersKeepTheProportions() {
		update(5, 1, 1);
		turns(3);
		update(5, 1);
		turns(2);
		update(5, 1, 1, 3);
		assertThat(counts(1_000).entrySet()).allSatisfy((entry) -> {
			double share = expected(new int[] { 500, 100, 100, 300 }, 1).get(entry.getKey());
			assertThat((double) entry.getValue()).isBetween(share - 2, share + 2);
		});
	}

	@Test
	void skipsWhoMayNotBeChosen() {
		update(5, 1, 1);
		String turns = IntStream.range(0, 4)
			.mapToObj((i) -> this.rotation.next((member) -> !member.equals("a")))
			.collect(Collectors.joining());
		assertThat(turns).isEqualTo("bcbc");
		assertThat(this.rotation.next((member) -> false)).isNull();
	}

	@Test
	void staysExactWhenManyThreadsTakeTurns() throws InterruptedException {
		update(5, 1, 1);
		Map<String, Long> counts = new ConcurrentHashMap<>();
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		for (int thread = 0; thread < 8; thread++) {
			threads.execute(() -> {
				awaitOn(start);
				for (int turn = 0; turn < 7_000; turn++) {
					counts.merge(this.rotation.next(), 1L, Long::sum);
				}
			});
		}
		start.countDown();
		threads.shutdown();
		assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(counts).isEqualTo(expected(new int[] { 5, 1, 1 }, 8_000));
	}

	@Test
	void refusesANegativeWeight() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Member<>("a", -1, "a"));
	}

	private static void awaitOn(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void update(int... weights) {
		List<Member<String>> members = new ArrayList<>();
		for (int i = 0; i < weights.length; i++) {
			members.add(new Member<>(name(i), weights[i], name(i)));
		}
		this.rotation.update(members);
	}

	private String turns(int count) {
		return IntStream.range(0, count).mapToObj((i) -> this.rotation.next()).collect(Collectors.joining());
	}

	private Map<String, Long> counts(int turns) {
		return IntStream.range(0, turns)
			.mapToObj((i) -> this.rotation.next())
			.collect(Collectors.groupingBy((name) -> name, TreeMap::new, Collectors.counting()));
	}

	private static Map<String, Long> expected(int[] weights, int times) {
		return IntStream.range(0, weights.length)
			.filter((i) -> weights[i] > 0)
			.boxed()
			.collect(Collectors.toMap(SmoothRotationTests::name, (i) -> (long) weights[i] * times));
	}

	private static int[] randomWeights(int seed) {
		Random random = new Random(seed);
		return IntStream.range(0, 2 + random.nextInt(7)).map((i) -> 1 + random.nextInt(100)).toArray();
	}

	private static String name(int index) {
		return String.valueOf((char) ('a' + index));
	}

}
