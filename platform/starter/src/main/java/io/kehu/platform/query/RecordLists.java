package io.kehu.platform.query;

import jakarta.persistence.EntityManager;

/**
 * Makes the {@link RecordList}s of a service.
 */
public final class RecordLists {

	private final EntityManager entities;

	private final Cursors cursors;

	RecordLists(EntityManager entities, Cursors cursors) {
		this.entities = entities;
		this.cursors = cursors;
	}

	/**
	 * Returns the list of an entity.
	 */
	public <T> RecordList<T> create(Class<T> type, ListFields<T> fields) {
		return new RecordList<>(this.entities, type, fields, this.cursors);
	}

}
