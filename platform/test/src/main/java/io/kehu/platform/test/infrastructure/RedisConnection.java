package io.kehu.platform.test.infrastructure;

import java.net.URI;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;

/**
 * Tells Spring Boot where Redis is; it starts only when a context connects to it.
 *
 * @param url the URL of Redis
 */
record RedisConnection(URI url) implements DataRedisConnectionDetails {

	static void register(BeanDefinitionRegistry registry, Infrastructure infrastructure) {
		InfrastructureCustomizer.register(registry, DataRedisConnectionDetails.class,
				() -> new RedisConnection(URI.create(infrastructure.redis())));
	}

	@Override
	public Standalone getStandalone() {
		return Standalone.of(this.url.getHost(), this.url.getPort());
	}

}
