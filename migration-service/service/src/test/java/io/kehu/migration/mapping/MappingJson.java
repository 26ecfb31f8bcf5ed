package io.kehu.migration.mapping;

import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads mappings in tests as the service does.
 */
final class MappingJson {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
		.build();

	private MappingJson() {
	}

	static CrmMapping read(String json) {
		return MAPPER.readValue(json.replace('\'', '"'), CrmMapping.class);
	}

}
