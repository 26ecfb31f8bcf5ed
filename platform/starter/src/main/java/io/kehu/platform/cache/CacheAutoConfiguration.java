package io.kehu.platform.cache;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives a service its {@link CacheFactory}.
 */
@AutoConfiguration
final class CacheAutoConfiguration {

	@Bean
	CacheFactory cacheFactory() {
		return new CacheFactory();
	}

}
