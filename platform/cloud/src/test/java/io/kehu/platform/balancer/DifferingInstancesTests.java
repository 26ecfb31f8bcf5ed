package io.kehu.platform.balancer;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.ServiceInstance;

import static io.kehu.platform.balancer.RegisteredInstances.turns;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the choice among instances that are new, elsewhere, on a track or not well.
 */
class DifferingInstancesTests {

	private final RegisteredInstances instances = new RegisteredInstances();

	private final ServiceBalancer balancer = this.instances.balancer(Strategy.WEIGHTED);

	@Test
	void anAddedInstanceReachesItsShareInSteps() {
		ServiceBalancer slow = this.instances.balancer(Strategy.WEIGHTED, Duration.ofSeconds(10), null);
		this.instances.register("a", "1");
		turns(slow, 1);
		this.instances.register("b", "1");
		this.instances.clock.advance(Duration.ofSeconds(1));
		turns(slow, 1);
		assertThat(turns(slow, 110)).satisfies((turns) -> assertThat(count(turns, "b")).isEqualTo(10));
		this.instances.clock.advance(Duration.ofSeconds(5));
		turns(slow, 1);
		assertThat(turns(slow, 150)).satisfies((turns) -> assertThat(count(turns, "b")).isEqualTo(50));
		this.instances.clock.advance(Duration.ofSeconds(5));
		turns(slow, 2);
		assertThat(turns(slow, 100)).satisfies((turns) -> assertThat(count(turns, "b")).isEqualTo(50));
	}

	@Test
	void prefersItsOwnZoneAsLongAsItHasHealthyInstances() {
		ServiceBalancer north = this.instances.balancer(Strategy.WEIGHTED, Duration.ZERO, "north");
		this.instances.register("a", Map.of("zone", "north"));
		this.instances.register("b", Map.of("zone", "north"));
		this.instances.register("c", Map.of("zone", "south"));
		assertThat(turns(north, 4)).isEqualTo("abab");
		north.failed(this.instances.registered.get(0), new ConnectException());
		assertThat(turns(north, 4)).isEqualTo("bbbb");
		north.failed(this.instances.registered.get(1), new ConnectException());
		assertThat(turns(north, 4)).isEqualTo("cccc");
	}

	@Test
	void withoutInstancesInItsZoneAllTakeTurns() {
		ServiceBalancer west = this.instances.balancer(Strategy.WEIGHTED, Duration.ZERO, "west");
		this.instances.register("a", Map.of("zone", "north"));
		this.instances.register("b", "1");
		assertThat(turns(west, 4)).isEqualTo("abab");
	}

	@Test
	void aTrackIsChosenByNameEvenWithoutWeight() {
		this.instances.register("a", "1");
		this.instances.register("b", Map.of("track", "canary", "weight", "0"));
		assertThat(turns(this.balancer, 3)).isEqualTo("aaa");
		assertThat(this.balancer.chooseOn("canary").getHost()).isEqualTo("b");
		assertThat(this.balancer.chooseOn("beta")).isNull();
	}

	@Test
	void aWeightThatIsSetCountsInsteadOfTheAnnouncedOne() {
		this.instances.register("a", "1");
		this.instances.register("b", "1");
		turns(this.balancer, 2);
		assertThat(this.balancer.weigh("a", 3)).isTrue();
		assertThat(turns(this.balancer, 8)).satisfies((turns) -> assertThat(count(turns, "a")).isEqualTo(6));
		this.instances.clock.advance(Duration.ofSeconds(1));
		assertThat(turns(this.balancer, 8)).satisfies((turns) -> assertThat(count(turns, "a")).isEqualTo(6));
		assertThat(this.balancer.instances()).extracting(InstanceState::setWeight).containsExactly(3, null);
		this.balancer.weigh("a", 0);
		assertThat(turns(this.balancer, 4)).isEqualTo("bbbb");
		this.balancer.weigh("a", null);
		assertThat(turns(this.balancer, 4)).satisfies((turns) -> assertThat(count(turns, "a")).isEqualTo(2));
		assertThat(this.balancer.weigh("nobody", 3)).isFalse();
	}

	@Test
	void ejectsWhoFailsUnlikeTheOthersAndLetsItReturnGradually() {
		this.instances.register("a", "1");
		this.instances.register("b", "1");
		turns(this.balancer, 2);
		answers("b", 200, 10);
		answers("a", 500, 20);
		assertThat(turns(this.balancer, 4)).isEqualTo("bbbb");
		// A response that was under way does not end the ejection
		this.balancer.answered(this.instances.registered.get(0), false, 0);
		this.instances.clock.advance(Duration.ofSeconds(9));
		turns(this.balancer, 1);
		assertThat(turns(this.balancer, 4)).isEqualTo("bbbb");
		this.instances.clock.advance(Duration.ofSeconds(1));
		turns(this.balancer, 1);
		assertThat(turns(this.balancer, 110)).satisfies((turns) -> assertThat(count(turns, "a")).isEqualTo(10));
		this.instances.clock.advance(Duration.ofSeconds(10));
		this.balancer.answered(this.instances.registered.get(0), false, 0);
		turns(this.balancer, 2);
		assertThat(turns(this.balancer, 100)).satisfies((turns) -> assertThat(count(turns, "a")).isEqualTo(50));
	}

	@Test
	void ejectsNobodyForAFaultThatAllShare() {
		this.instances.register("a", "1");
		this.instances.register("b", "1");
		turns(this.balancer, 2);
		answers("b", 503, 30);
		answers("a", 503, 30);
		assertThat(turns(this.balancer, 4)).contains("a").contains("b");
	}

	@Test
	void ejectsWhoIsFiveTimesAsLateAsTheOthers() {
		this.instances.register("a", "1");
		this.instances.register("b", "1");
		turns(this.balancer, 2);
		for (int i = 0; i < 20; i++) {
			this.balancer.answered(this.instances.registered.get(1), false, Duration.ofMillis(100).toNanos());
			this.balancer.answered(this.instances.registered.get(0), false, Duration.ofMillis(499).toNanos());
		}
		assertThat(turns(this.balancer, 4)).contains("a");
		for (int i = 0; i < 20; i++) {
			this.balancer.answered(this.instances.registered.get(0), false, Duration.ofMillis(502).toNanos());
		}
		assertThat(turns(this.balancer, 4)).isEqualTo("bbbb");
	}

	private void answers(String name, int status, int count) {
		ServiceInstance instance = this.instances.named(name);
		for (int i = 0; i < count; i++) {
			this.balancer.answered(instance, status >= 500, 0);
		}
	}

	private static long count(String turns, String name) {
		return turns.chars().filter((turn) -> turn == name.charAt(0)).count();
	}

}
