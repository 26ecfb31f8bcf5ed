package io.kehu.platform.balancer;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.test.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

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
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ServiceBalancerTests {

	private final SettableClock clock = new SettableClock();

	private final List<ServiceInstance> registered = new ArrayList<>();

	private final AtomicInteger lookUps = new AtomicInteger();

	private final ServiceBalancer balancer = balancer(Strategy.WEIGHTED);

	@Test
	void followsTheWeights() {
		register("a", "5");
		register("b", "1");
		register("c", "1");
		assertThat(turns(7)).isEqualTo("aabacaa");
	}

	@Test
	void looksUpAtMostOnceASecond() {
		register("a", "1");
		turns(1_000);
		assertThat(this.lookUps).hasValue(2);
		this.clock.advance(Duration.ofSeconds(1));
		turns(1_000);
		assertThat(this.lookUps).hasValue(3);
	}

	@Test
	void followsAWeightThatChangesAtRunTime() {
		register("a", "1");
		register("b", "1");
		turns(2);
		this.registered.clear();
		register("a", "0");
		register("b", "1");
		this.clock.advance(Duration.ofSeconds(1));
		turns(1);
		assertThat(turns(5)).isEqualTo("bbbbb");
	}

	@Test
	void aMissingWeightIsOne() {
		this.registered.add(new DefaultServiceInstance("a", "service", "a", 80, false));
		register("b", "2");
		assertThat(turns(6)).isEqualTo("babbab");
	}

	@Test
	void anUnreadableWeightIsOneAndToldOnce(CapturedOutput output) {
		register("a", "heavy");
		register("b", "-3");
		register("c", "2");
		assertThat(turns(8)).containsPattern("(?=(.*c){4})(?=(.*a){2})(?=(.*b){2})");
		this.clock.advance(Duration.ofSeconds(1));
		turns(8);
		assertThat(output).containsOnlyOnce("'heavy'").containsOnlyOnce("'-3'");
	}

	@Test
	void nobodyThereIsAnEmptyAnswer() {
		assertThat(choose(new DefaultRequest<>()).hasServer()).isFalse();
	}

	@Test
	void anEmptyListIsNotBelievedAtOnce() {
		register("a", "1");
		turns(1);
		this.registered.clear();
		this.clock.advance(Duration.ofSeconds(14));
		turns(1);
		assertThat(turns(1)).isEqualTo("a");
		this.clock.advance(Duration.ofSeconds(2));
		choose(new DefaultRequest<>());
		assertThat(choose(new DefaultRequest<>()).hasServer()).isFalse();
	}

	@Test
	void setsAsideWhoRefusesConnectionsUntilTheWhileIsOver() {
		register("a", "5");
		register("b", "1");
		complete("a", CompletionContext.Status.FAILED, new IOException("wrapped", new ConnectException()));
		assertThat(turns(3)).isEqualTo("bbb");
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(turns(6)).contains("a");
	}

	@Test
	void otherFailuresAndSuccessesSetNobodyAside() {
		register("a", "1");
		register("b", "1");
		complete("a", CompletionContext.Status.FAILED, new IllegalStateException("said no"));
		assertThat(turns(4)).isEqualTo("baba");
		complete("a", CompletionContext.Status.FAILED, new ConnectException());
		complete("a", CompletionContext.Status.SUCCESS, null);
		assertThat(turns(4)).contains("a");
	}

	@Test
	void aRetryGoesToAnotherInstance() {
		register("a", "1000");
		register("b", "1");
		Request<?> retry = new DefaultRequest<>(new RetryableRequestContext(this.registered.get(0)));
		assertThat(choose(retry).getServer().getHost()).isEqualTo("b");
	}

	@Test
	void aRetryGoesToTheOnlyInstanceAgain() {
		register("a", "1");
		Request<?> retry = new DefaultRequest<>(new RetryableRequestContext(this.registered.get(0)));
		assertThat(choose(retry).getServer().getHost()).isEqualTo("a");
	}

	@Test
	void roundRobinTreatsAllWeightsAlikeButZero() {
		register("a", "9");
		register("b", "1");
		register("c", "0");
		assertThat(turns(balancer(Strategy.ROUND_ROBIN), 4)).isEqualTo("abab");
	}

	@Test
	void randomDrainsWeightZeroAndAvoidsWhoRefuses() {
		register("a", "1");
		register("b", "1");
		register("c", "0");
		ServiceBalancer random = balancer(Strategy.RANDOM);
		assertThat(turns(random, 200)).contains("a").contains("b").doesNotContain("c");
		random.failed(this.registered.get(0), new ConnectException());
		assertThat(turns(random, 50)).doesNotContain("a");
	}

	private void register(String name, String weight) {
		this.registered.add(new DefaultServiceInstance(name, "service", name, 80, false, Map.of("weight", weight)));
	}

	private void complete(String name, CompletionContext.Status status, Throwable failure) {
		choose(new DefaultRequest<>());
		ServiceInstance instance = this.registered.stream()
			.filter((candidate) -> candidate.getHost().equals(name))
			.findFirst()
			.orElseThrow();
		this.balancer.onComplete(
				new CompletionContext<>(status, failure, new DefaultRequest<>(), new DefaultResponse(instance)));
	}

	private String turns(int count) {
		return turns(this.balancer, count);
	}

	private static String turns(ServiceBalancer balancer, int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> balancer.choose(new DefaultRequest<>()).block().getServer().getHost())
			.collect(Collectors.joining());
	}

	private Response<ServiceInstance> choose(Request<?> request) {
		return this.balancer.choose(request).block();
	}

	private ServiceBalancer balancer(Strategy strategy) {
		return new ServiceBalancer("service", new RegisteredInstances(), strategy, this.clock);
	}

	private final class RegisteredInstances implements ServiceInstanceListSupplier {

		@Override
		public String getServiceId() {
			return "service";
		}

		@Override
		public Flux<List<ServiceInstance>> get() {
			return Flux.defer(() -> {
				ServiceBalancerTests.this.lookUps.incrementAndGet();
				return Flux.just(List.copyOf(ServiceBalancerTests.this.registered));
			});
		}

	}

}
