package io.kehu.platform.balancer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.test.SettableClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;

/**
 * The registered instances of a service, and balancers that follow them.
 */
final class RegisteredInstances implements ServiceInstanceListSupplier {

	final SettableClock clock = new SettableClock();

	final List<ServiceInstance> registered = new ArrayList<>();

	final AtomicInteger lookUps = new AtomicInteger();

	@Override
	public String getServiceId() {
		return "service";
	}

	@Override
	public Flux<List<ServiceInstance>> get() {
		return Flux.defer(() -> {
			this.lookUps.incrementAndGet();
			return Flux.just(List.copyOf(this.registered));
		});
	}

	void register(String name, String weight) {
		register(name, Map.of("weight", weight));
	}

	void register(String name, Map<String, String> metadata) {
		this.registered.add(new DefaultServiceInstance(name, "service", name, 80, false, metadata));
	}

	ServiceInstance named(String name) {
		return this.registered.stream()
			.filter((candidate) -> candidate.getHost().equals(name))
			.findFirst()
			.orElseThrow();
	}

	ServiceBalancer balancer(Strategy strategy) {
		return balancer(strategy, Duration.ZERO, null);
	}

	ServiceBalancer balancer(Strategy strategy, Duration slowStart, @Nullable String zone) {
		return new ServiceBalancer("service", this, new BalancerProperties(strategy, Map.of(), slowStart, zone),
				this.clock);
	}

	/** Returns the names of the instances that are chosen next. */
	static String turns(ServiceBalancer balancer, int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> balancer.choose(new DefaultRequest<>()).block().getServer().getHost())
			.collect(Collectors.joining());
	}

}
