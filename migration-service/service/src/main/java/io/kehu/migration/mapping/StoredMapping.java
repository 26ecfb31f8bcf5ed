package io.kehu.migration.mapping;

import io.kehu.platform.access.Guarded;

/**
 * Stands for the records of mappings, which are kept without entities.
 */
@Guarded(table = "crm_mapping", read = "migration:read", write = "migration:write", delete = "migration:write")
final class StoredMapping {

	private StoredMapping() {
	}

}
