package io.kehu.migration.crm;

import java.util.List;

/**
 * What undoing a run would do.
 *
 * @param confirmation the text that confirms it: the system of the mapping
 * @param entities the entities
 */
record CrmUndoPreview(String confirmation, List<UndoneEntity> entities) {

	/**
	 * An entity.
	 *
	 * @param entity its name
	 * @param created the number of records that are deleted unless they were changed
	 * since
	 * @param merged the number of records that get their former values unless they were
	 * changed since
	 */
	record UndoneEntity(String entity, long created, long merged) {
	}

}
