package io.kehu.gateway;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeldBodiesTests {

	private final AtomicLong now = new AtomicLong();

	private final HeldBodies bodies = new HeldBodies(
			new EdgeProperties.Bodies(DataSize.ofMegabytes(1), DataSize.ofKilobytes(64), Duration.ofSeconds(5),
					DataSize.ofBytes(1000), 3, 5, DataSize.ofKilobytes(64), DataSize.ofKilobytes(100)),
			this.now::get);

	@AfterEach
	void stop() {
		this.bodies.destroy();
	}

	@Test
	void aBodyHasToArriveAtTheLeastRateAfterAGracePeriod() {
		HeldBody stalled = this.bodies.begin("a");
		HeldBody slow = this.bodies.begin("b");
		at(5);
		assertThat(isRefused(stalled)).isFalse();
		slow.append(DefaultDataBufferFactory.sharedInstance.wrap(new byte[2000]));
		at(6);
		assertThat(isRefused(stalled)).isTrue();
		assertThat(isRefused(slow)).isFalse();
		at(7);
		assertThat(isRefused(slow)).isFalse();
		at(8);
		assertThat(isRefused(slow)).isTrue();
	}

	@Test
	void theOldestBodyOfAPeerMakesRoomForANewOne() {
		HeldBody first = this.bodies.begin("a");
		HeldBody second = this.bodies.begin("a");
		HeldBody other = this.bodies.begin("b");
		this.bodies.begin("a");
		assertThat(isRefused(first)).isFalse();
		HeldBody last = this.bodies.begin("a");
		assertThat(isRefused(first)).isTrue();
		assertThat(isRefused(second)).isFalse();
		assertThat(isRefused(other)).isFalse();
		assertThat(isRefused(last)).isFalse();
	}

	@Test
	void theOldestBodyOfAllMakesRoomForThoseOfManyPeers() {
		HeldBody first = this.bodies.begin("0");
		HeldBody second = this.bodies.begin("1");
		IntStream.range(2, 6).forEach((peer) -> this.bodies.begin(String.valueOf(peer)));
		assertThat(isRefused(first)).isTrue();
		assertThat(isRefused(second)).isFalse();
	}

	@Test
	void finishedBodiesDoNotCount() {
		HeldBody first = this.bodies.begin("a");
		IntStream.range(0, 10).forEach((i) -> this.bodies.end(this.bodies.begin("a")));
		assertThat(isRefused(first)).isFalse();
	}

	@Test
	void aPeerHasALimitedAmountOfMemory() {
		HeldBody form = received("a", 500);
		HeldBody stalled = received("a", 40_000);
		HeldBody other = received("b", 30_000);
		HeldBody latest = received("a", 40_000);
		assertThat(isRefused(stalled)).isTrue();
		assertThat(stalled.parts()).isEmpty();
		assertThat(isRefused(form)).isFalse();
		assertThat(isRefused(other)).isFalse();
		assertThat(isRefused(latest)).isFalse();
		assertThat(this.bodies.memory()).isBetween(70_500L, 73_000L);
	}

	@Test
	void theHeaviestPeerMakesRoomForOthers() {
		HeldBody small = received("a", 10_000);
		HeldBody large = received("b", 60_000);
		HeldBody latest = received("c", 50_000);
		assertThat(isRefused(large)).isTrue();
		assertThat(isRefused(small)).isFalse();
		assertThat(isRefused(latest)).isFalse();
	}

	@Test
	void aCompleteBodyCountsUntilItHasBeenForwarded() {
		HeldBody complete = received("a", 60_000);
		assertThat(this.bodies.complete(complete)).isTrue();
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> received("a", 10_000))
			.satisfies((refusal) -> assertThat(refusal.getStatusCode().value()).isEqualTo(429));
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> received("b", 50_000))
			.satisfies((refusal) -> assertThat(refusal.getStatusCode().value()).isEqualTo(503));
		assertThat(isRefused(complete)).isFalse();
		assertThat(complete.parts()).isNotEmpty();
		this.bodies.end(complete);
		assertThat(complete.parts()).isEmpty();
		assertThat(this.bodies.memory()).isZero();
		received("b", 50_000);
	}

	@Test
	void aBodyThatHasJustBeenRefusedIsNotForwarded() {
		HeldBody stalled = received("a", 40_000);
		received("a", 40_000);
		assertThat(this.bodies.complete(stalled)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 1_000, 1_024, 5_000, 100_000 })
	void aBodyIsKeptInOrderWithLittleMoreMemoryThanItNeeds(int size) {
		byte[] expected = new byte[50_000];
		new Random(size).nextBytes(expected);
		HeldBody body = this.bodies.begin("a");
		for (int from = 0; from < expected.length; from += size) {
			append(body, Arrays.copyOfRange(expected, from, Math.min(from + size, expected.length)));
		}
		ByteBuffer actual = ByteBuffer.allocate(expected.length);
		body.parts().forEach(actual::put);
		assertThat(actual.array()).isEqualTo(expected);
		assertThat(this.bodies.memory()).isBetween(50_000L, 50_000L + 8_192);
	}

	private HeldBody received(String peer, int bytes) {
		HeldBody body = this.bodies.begin(peer);
		try {
			append(body, new byte[bytes]);
		}
		catch (ResponseStatusException ex) {
			this.bodies.end(body);
			throw ex;
		}
		return body;
	}

	private void append(HeldBody body, byte[] part) {
		int block = body.blockFor(part.length);
		if (block > 0) {
			this.bodies.reserve(body, block);
		}
		body.append(DefaultDataBufferFactory.sharedInstance.wrap(part));
	}

	private void at(int seconds) {
		this.now.set(Duration.ofSeconds(seconds).toNanos());
		this.bodies.refuseLate();
	}

	private static boolean isRefused(HeldBody body) {
		return body.refusal().toFuture().isCompletedExceptionally();
	}

}
