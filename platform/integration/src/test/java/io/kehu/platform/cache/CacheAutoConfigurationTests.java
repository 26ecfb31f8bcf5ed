package io.kehu.platform.cache;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.cache.CacheInstance.Item;
import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.RedisUser;
import io.kehu.platform.embedded.ServerSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisHealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that has Redis' address has a cache, whether Redis is there or not.
 */
class CacheAutoConfigurationTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CacheAutoConfiguration.class, DataRedisAutoConfiguration.class,
				DataRedisHealthContributorAutoConfiguration.class, JacksonAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues("spring.application.name=shop", "spring.data.redis.url=redis://127.0.0.1:1");

	@Test
	void serviceStartsAndIsHealthyWithoutRedis() {
		this.contexts.run((context) -> {
			VersionedCache<Item> cache = context.getBean(CacheFactory.class).create("items", Item.class);
			Item item = new Item(UUID.randomUUID(), 1, "Ink");
			assertThat(cache.get(item.id(), () -> Optional.of(new Versioned<>(1, item)))).contains(item);
			assertThat(context.getBean(HealthIndicator.class).health().getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void doesNotStartWithCredentialsThatRedisRefuses() {
		try (RedisServer redis = new RedisServer(ServerSettings.forTests(), List.of(new RedisUser("shop", "right")))) {
			redis.start();
			String address = "127.0.0.1:" + redis.port();
			for (String refused : new String[] { "shop:wrong@", "other:right@", "" }) {
				this.contexts.withPropertyValues("spring.data.redis.url=redis://" + refused + address)
					.run((context) -> assertThat(context).getFailure()
						.rootCause()
						.message()
						.matches("(WRONGPASS|NOAUTH) .*"));
			}
			this.contexts.withPropertyValues("spring.data.redis.url=redis://shop:right@" + address)
				.run((context) -> assertThat(context).hasNotFailed());
		}
	}

	@Test
	void addressOfSeveralServersIsRefused() {
		this.contexts
			.withPropertyValues("spring.data.redis.sentinel.master=main",
					"spring.data.redis.sentinel.nodes=localhost:1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("spring.data.redis.url"));
	}

}
