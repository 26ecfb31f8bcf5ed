package io.kehu.migration.definition;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.idempotency.ReplayCheck;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the shares of cleaning definitions.
 */
@Configuration(proxyBeanMethods = false)
class DefinitionConfiguration {

	@Bean
	ReplayCheck definitionReplays(StewardAccess access) {
		return (id) -> access.checkNotHidden(Definition.class, id, "cleaning definition");
	}

	@Bean
	Shares definitionShares(ShareStore shares) {
		return shares.of(Definition.class, "cleaning definition");
	}

}
