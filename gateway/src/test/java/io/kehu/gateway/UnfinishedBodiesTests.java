package io.kehu.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class UnfinishedBodiesTests {

	private final AtomicLong now = new AtomicLong();

	private final UnfinishedBodies bodies = new UnfinishedBodies(
			new EdgeProperties.Bodies(DataSize.ofMegabytes(1), Duration.ofSeconds(5), DataSize.ofBytes(1000), 3, 5),
			this.now::get);

	@AfterEach
	void stop() {
		this.bodies.destroy();
	}

	@Test
	void aBodyHasToArriveAtTheLeastRateAfterAGracePeriod() {
		UnfinishedBody stalled = this.bodies.begin("a");
		UnfinishedBody slow = this.bodies.begin("b");
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
		UnfinishedBody first = this.bodies.begin("a");
		UnfinishedBody second = this.bodies.begin("a");
		UnfinishedBody other = this.bodies.begin("b");
		this.bodies.begin("a");
		assertThat(isRefused(first)).isFalse();
		UnfinishedBody last = this.bodies.begin("a");
		assertThat(isRefused(first)).isTrue();
		assertThat(isRefused(second)).isFalse();
		assertThat(isRefused(other)).isFalse();
		assertThat(isRefused(last)).isFalse();
	}

	@Test
	void theOldestBodyOfAllMakesRoomForThoseOfManyPeers() {
		UnfinishedBody first = this.bodies.begin("0");
		UnfinishedBody second = this.bodies.begin("1");
		IntStream.range(2, 6).forEach((peer) -> this.bodies.begin(String.valueOf(peer)));
		assertThat(isRefused(first)).isTrue();
		assertThat(isRefused(second)).isFalse();
	}

	@Test
	void finishedBodiesDoNotCount() {
		UnfinishedBody first = this.bodies.begin("a");
		IntStream.range(0, 10).forEach((i) -> this.bodies.end(this.bodies.begin("a")));
		assertThat(isRefused(first)).isFalse();
	}

	private void at(int seconds) {
		this.now.set(Duration.ofSeconds(seconds).toNanos());
		this.bodies.refuseLate();
	}

	private static boolean isRefused(UnfinishedBody body) {
		return body.refusal().toFuture().isCompletedExceptionally();
	}

}
