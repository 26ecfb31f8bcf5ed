package io.kehu.migration.upload;

import io.kehu.platform.access.Guarded;

/**
 * Stands for the records of uploads, which are kept without entities.
 */
@Guarded(table = "migration_upload", read = "migration:read", write = "migration:write", delete = "migration:write")
final class Upload {

	private Upload() {
	}

}
