package io.kehu.platform.balancer;

import java.net.ConnectException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.CompletionContext;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.client.loadbalancer.RetryableRequestContext;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ServiceBalancerTests {

	private final RegisteredInstances instances = new RegisteredInstances();

	private final ServiceBalancer balancer = this.instances.balancer(Strategy.WEIGHTED);

	@Test
	void followsTheWeights() {
		this.instances.register("a", "5");
		this.instances.register("b", "1");
		this.instances.register("c", "1");
		assertThat(RegisteredInstances.turns(this.balancer, 7)).isEqualTo("aabacaa");
	}

	@Test
	void looksUpAtMostOnceASecond() {
		this.instances.register("a", "1");
		RegisteredInstances.turns(this.balancer, 1_000);
		assertThat(this.instances.lookUps).hasValue(2);
		this.instances.clock.advance(Duration.ofSeconds(1));
		RegisteredInstances.turns(this.balancer, 1_000);
		assertThat(this.instances.lookUps).hasValue(3);
	}

	@Test
	void followsAWeightThatChangesAtRunTime() {
		this.instances.register("a", "1");
		this.instances.register("b", "1");
		RegisteredInstances.turns(this.balancer, 2);
		this.instances.registered.clear();
		this.instances.register("a", "0");
		this.instances.register("b", "1");
		this.instances.clock.advance(Duration.ofSeconds(1));
		RegisteredInstances.turns(this.balancer, 1);
		assertThat(RegisteredInstances.turns(this.balancer, 5)).isEqualTo("bbbbb");
	}

	@Test
	void aMissingWeightIsOne() {
		this.instances.registered.add(new DefaultServiceInstance("a", "service", "a", 80, false));
		this.instances.register("b", "2");
		assertThat(RegisteredInstances.turns(this.balancer, 6)).isEqualTo("babbab");
	}

	@Test
	void anUnreadableWeightIsOneAndToldOnce(CapturedOutput output) {
		this.instances.register("a", "heavy");
		this.instances.register("b", "-3");
		this.instances.register("c", "2");
		assertThat(RegisteredInstances.turns(this.balancer, 8)).containsPattern("(?=(.*c){4})(?=(.*a){2})(?=(.*b){2})");
		this.instances.clock.advance(Duration.ofSeconds(1));
		RegisteredInstances.turns(this.balancer, 8);
		assertThat(output).containsOnlyOnce("'heavy'").containsOnlyOnce("'-3'");
	}

	@Test
	void nobodyThereIsAnEmptyAnswer() {
		assertThat(choose(new DefaultRequest<>()).hasServer()).isFalse();
	}

	@Test
	void anEmptyListIsNotBelievedAtOnce() {
		this.instances.register("a", "1");
		RegisteredInstances.turns(this.balancer, 1);
		this.instances.registered.clear();
		this.instances.clock.advance(Duration.ofSeconds(14));
		RegisteredInstances.turns(this.balancer, 1);
		assertThat(RegisteredInstances.turns(this.balancer, 1)).isEqualTo("a");
		this.instances.clock.advance(Duration.ofSeconds(2));
		choose(new DefaultRequest<>());
		assertThat(choose(new DefaultRequest<>()).hasServer()).isFalse();
	}

	@Test
	void setsAsideWhoRefusesConnectionsUntilTheWhileIsOver() {
		this.instances.register("a", "5");
		this.instances.register("b", "1");
		complete("a", CompletionContext.Status.FAILED, new IOException("wrapped", new ConnectException()));
		assertThat(RegisteredInstances.turns(this.balancer, 3)).isEqualTo("bbb");
		this.instances.clock.advance(Duration.ofSeconds(2));
		assertThat(RegisteredInstances.turns(this.balancer, 6)).contains("a");
	}

	@Test
	void otherFailuresAndSuccessesSetNobodyAside() {
		this.instances.register("a", "1");
		this.instances.register("b", "1");
		complete("a", CompletionContext.Status.FAILED, new IllegalStateException("said no"));
		assertThat(RegisteredInstances.turns(this.balancer, 4)).isEqualTo("baba");
		complete("a", CompletionContext.Status.FAILED, new ConnectException());
		complete("a", CompletionContext.Status.SUCCESS, null);
		assertThat(RegisteredInstances.turns(this.balancer, 4)).contains("a");
	}

	@Test
	void aRetryGoesToAnotherInstance() {
		this.instances.register("a", "1000");
		this.instances.register("b", "1");
		Request<?> retry = new DefaultRequest<>(new RetryableRequestContext(this.instances.registered.get(0)));
		assertThat(choose(retry).getServer().getHost()).isEqualTo("b");
	}

	@Test
	void aRetryGoesToTheOnlyInstanceAgain() {
		this.instances.register("a", "1");
		Request<?> retry = new DefaultRequest<>(new RetryableRequestContext(this.instances.registered.get(0)));
		assertThat(choose(retry).getServer().getHost()).isEqualTo("a");
	}

	@Test
	void roundRobinTreatsAllWeightsAlikeButZero() {
		this.instances.register("a", "9");
		this.instances.register("b", "1");
		this.instances.register("c", "0");
		assertThat(RegisteredInstances.turns(this.instances.balancer(Strategy.ROUND_ROBIN), 4)).isEqualTo("abab");
	}

	@Test
	void randomDrainsWeightZeroAndAvoidsWhoRefuses() {
		this.instances.register("a", "1");
		this.instances.register("b", "1");
		this.instances.register("c", "0");
		ServiceBalancer random = this.instances.balancer(Strategy.RANDOM);
		assertThat(RegisteredInstances.turns(random, 200)).contains("a").contains("b").doesNotContain("c");
		random.failed(this.instances.registered.get(0), new ConnectException());
		assertThat(RegisteredInstances.turns(random, 50)).doesNotContain("a");
	}

	private void complete(String name, CompletionContext.Status status, Throwable failure) {
		choose(new DefaultRequest<>());
		this.balancer.onComplete(new CompletionContext<>(status, failure, new DefaultRequest<>(),
				new DefaultResponse(this.instances.named(name))));
	}

	private Response<ServiceInstance> choose(Request<?> request) {
		return this.balancer.choose(request).block();
	}

}
