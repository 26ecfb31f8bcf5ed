package io.kehu.platform.query;

import io.kehu.platform.access.Access;
import jakarta.persistence.EntityManager;

/**
 * Makes the {@link RecordList}s of a service.
 */
public final class RecordLists {

	private final EntityManager entities;

	private final Cursors cursors;

	private final Access access;

	RecordLists(EntityManager entities, Cursors cursors, Access access) {
		this.entities = entities;
		this.cursors = cursors;
		this.access = access;
	}

	/**
	 * Returns the list of an entity; of one that is guarded, it has what the caller may
	 * see.
	 */
	public <T> RecordList<T> create(Class<T> type, ListFields<T> fields) {
		return new RecordList<>(this.entities, type, fields, this.cursors, this.access);
	}

}
