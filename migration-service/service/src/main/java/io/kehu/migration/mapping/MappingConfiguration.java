package io.kehu.migration.mapping;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.idempotency.ReplayCheck;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the shares of mappings.
 */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

	@Bean
	ReplayCheck mappingReplays(StewardAccess access) {
		return (id) -> access.checkNotHidden(StoredMapping.class, id, "mapping");
	}

	@Bean
	Shares mappingShares(ShareStore shares) {
		return shares.of(StoredMapping.class, "mapping");
	}

}
