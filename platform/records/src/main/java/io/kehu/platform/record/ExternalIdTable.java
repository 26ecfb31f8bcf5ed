package io.kehu.platform.record;

import jakarta.persistence.CollectionTable;

/**
 * The table of the external ids of one kind of record.
 *
 * @param table the name of the table, with the columns {@code system} and
 * {@code external_id}
 * @param column the column of the record's id
 */
record ExternalIdTable(String table, String column) {

	/**
	 * Reads the table from the mapping of an entity.
	 * @throws IllegalStateException if the entity has no such mapping
	 */
	static ExternalIdTable of(Class<?> entity) {
		try {
			CollectionTable mapping = entity.getDeclaredField("externalIds").getAnnotation(CollectionTable.class);
			if (mapping != null && mapping.joinColumns().length == 1) {
				return new ExternalIdTable(mapping.name(), mapping.joinColumns()[0].name());
			}
		}
		catch (NoSuchFieldException ex) {
			// Reported below, as for a field without the annotation
		}
		throw new IllegalStateException(
				entity.getName() + " needs a field externalIds with a @CollectionTable and one join column");
	}

	/** Returns the query for the records of a table that have some of these ids. */
	String query(String records) {
		return """
				select distinct r.* from %s r join %s x on x.%s = r.id
				join unnest(cast(:systems as text[]), cast(:ids as text[])) as wanted (system, external_id)
				on x.system = wanted.system and x.external_id = wanted.external_id""".formatted(records, this.table,
				this.column);
	}

}
