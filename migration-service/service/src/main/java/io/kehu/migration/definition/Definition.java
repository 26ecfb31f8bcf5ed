package io.kehu.migration.definition;

import io.kehu.platform.access.Guarded;

/**
 * Stands for the records of cleaning definitions, which are kept without entities.
 */
@Guarded(table = "cleaning_definition", read = "migration:read", write = "migration:write", delete = "migration:write")
final class Definition {

	private Definition() {
	}

}
