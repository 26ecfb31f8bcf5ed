package io.kehu.platform.bulk;

import io.kehu.platform.json.RequestJson;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the {@link BulkLoader}.
 */
@AutoConfiguration(afterName = "io.kehu.platform.json.JsonAutoConfiguration")
final class BulkAutoConfiguration {

	@Bean
	BulkLoader bulkLoader(RequestJson json) {
		return new BulkLoader(json);
	}

}
