package io.kehu.migration.upload;

import io.kehu.migration.access.StewardAccess;
import io.kehu.migration.staging.StagingArea;
import io.kehu.migration.staging.StagingCipher;
import io.kehu.migration.staging.Uploads;
import io.kehu.platform.idempotency.ReplayCheck;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the staging folder.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StagingProperties.class)
class UploadConfiguration {

	@Bean
	StagingCipher stagingCipher(StagingProperties properties) {
		return StagingCipher.of(properties.keyBytes());
	}

	@Bean
	StagingArea stagingArea(StagingProperties properties, StagingCipher cipher) {
		return new StagingArea(properties.folder(), cipher);
	}

	@Bean
	Uploads uploads(StagingProperties properties, StagingCipher cipher) {
		return new Uploads(properties.folder(), cipher);
	}

	@Bean
	ReplayCheck uploadReplays(StewardAccess access) {
		return (id) -> access.checkNotHidden(Upload.class, id, "upload");
	}

}
