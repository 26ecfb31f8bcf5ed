package io.kehu.platform.balancer;

import java.net.ConnectException;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.cloud.ProcessAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.client.CommonsClientAutoConfiguration;
import org.springframework.cloud.client.discovery.composite.CompositeDiscoveryClientAutoConfiguration;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryClientAutoConfiguration;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.commons.util.UtilAutoConfiguration;
import org.springframework.cloud.loadbalancer.config.BlockingLoadBalancerClientAutoConfiguration;
import org.springframework.cloud.loadbalancer.config.LoadBalancerAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BalancerAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(UtilAutoConfiguration.class, CommonsClientAutoConfiguration.class,
				SimpleDiscoveryClientAutoConfiguration.class, CompositeDiscoveryClientAutoConfiguration.class,
				LoadBalancerAutoConfiguration.class, BlockingLoadBalancerClientAutoConfiguration.class,
				ProcessAutoConfiguration.class, BalancerAutoConfiguration.class))
		.withBean(Clock.class, Clock::systemUTC)
		.withPropertyValues(instance(0, "a", 5))
		.withPropertyValues(instance(1, "b", 1))
		.withPropertyValues(instance(2, "c", 1));

	@Test
	void balancesEveryServiceByWeight() {
		this.runner.run((context) -> assertThat(turns(context.getBean(LoadBalancerClient.class))).isEqualTo("aabacaa"));
	}

	@Test
	void theStrategyIsChosenForAll() {
		this.runner.withPropertyValues("kehu.balancer.strategy=round-robin")
			.run((context) -> assertThat(turns(context.getBean(LoadBalancerClient.class))).isEqualTo("abcabca"));
	}

	@Test
	void theStrategyIsChosenForOneService() {
		this.runner
			.withPropertyValues("kehu.balancer.strategy=random", "kehu.balancer.services.orders.strategy=round-robin")
			.run((context) -> assertThat(turns(context.getBean(LoadBalancerClient.class))).isEqualTo("abcabca"));
	}

	@Test
	void learnsFromTheBlockingClientWhoRefusesConnections() {
		this.runner.run((context) -> {
			LoadBalancerClient client = context.getBean(LoadBalancerClient.class);
			assertThatThrownBy(() -> client.execute("orders", (instance) -> {
				throw new ConnectException("refused by " + instance.getHost());
			})).hasMessage("refused by a");
			assertThat(turns(client)).isEqualTo("bcbcbcb");
		});
	}

	private static String turns(LoadBalancerClient client) {
		return IntStream.range(0, 7)
			.mapToObj((i) -> Objects.requireNonNull(client.choose("orders")).getHost())
			.collect(Collectors.joining());
	}

	private static String[] instance(int index, String host, int weight) {
		String prefix = "spring.cloud.discovery.client.simple.instances.orders[" + index + "]";
		return new String[] { prefix + ".uri=http://" + host + ":80", prefix + ".metadata.weight=" + weight };
	}

}
