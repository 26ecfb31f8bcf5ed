package io.kehu.platform.balancer;

import java.time.Duration;
import java.util.Set;

import io.kehu.platform.test.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PassiveEjectionTests {

	private final SettableClock clock = new SettableClock();

	private final PassiveEjection ejection = new PassiveEjection(this.clock);

	@BeforeEach
	void threeInstances() {
		this.ejection.retain(Set.of("a", "b", "c"));
	}

	@Test
	void setsAsideForAWhileThatGrows() {
		assertThat(this.ejection.failed("a")).isTrue();
		assertEjectedFor("a", Duration.ofSeconds(2));
		this.ejection.failed("a");
		assertEjectedFor("a", Duration.ofSeconds(4));
		this.ejection.failed("a");
		assertEjectedFor("a", Duration.ofSeconds(8));
	}

	@Test
	void theWhileEndsGrowingAtAMinute() {
		for (int i = 0; i < 20; i++) {
			this.ejection.failed("a");
			this.clock.advance(Duration.ofSeconds(60));
		}
		this.ejection.failed("a");
		assertEjectedFor("a", Duration.ofSeconds(60));
	}

	@Test
	void oneOutageCountsOnceHoweverManyRequestsMeetIt() {
		this.ejection.failed("a");
		assertThat(this.ejection.failed("a")).isFalse();
		assertEjectedFor("a", Duration.ofSeconds(2));
	}

	@Test
	void successForgets() {
		this.ejection.failed("a");
		this.ejection.succeeded("a");
		assertThat(this.ejection.isIdle()).isTrue();
		this.ejection.failed("a");
		assertEjectedFor("a", Duration.ofSeconds(2));
	}

	@Test
	void aThirdAlwaysStays() {
		assertThat(this.ejection.failed("a")).isTrue();
		assertThat(this.ejection.failed("b")).isTrue();
		assertThat(this.ejection.failed("c")).isFalse();
		assertThat(this.ejection.isEjected("c")).isFalse();
	}

	@Test
	void theOnlyInstanceIsNeverSetAside() {
		this.ejection.retain(Set.of("a"));
		assertThat(this.ejection.failed("a")).isFalse();
		assertThat(this.ejection.isEjected("a")).isFalse();
	}

	@Test
	void forgetsWhoLeft() {
		this.ejection.failed("a");
		this.ejection.retain(Set.of("b", "c"));
		assertThat(this.ejection.isIdle()).isTrue();
	}

	private void assertEjectedFor(String key, Duration duration) {
		assertThat(this.ejection.isEjected(key)).isTrue();
		this.clock.advance(duration.minusMillis(1));
		assertThat(this.ejection.isEjected(key)).isTrue();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.ejection.isEjected(key)).isFalse();
	}

}
