package io.kehu.platform.export;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the {@link RecordExport}.
 */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
final class ExportAutoConfiguration {

	@Bean
	RecordExport recordExport(JsonMapper json) {
		return new RecordExport(json);
	}

}
