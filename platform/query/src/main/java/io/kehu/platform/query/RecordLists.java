package io.kehu.platform.query;

import io.kehu.platform.access.Access;
import jakarta.persistence.EntityManager;

/**
 * Creates the {@link RecordList}s of a service.
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

	/** Returns the access rules that the lists apply. */
	public Access access() {
		return this.access;
	}

	/** Returns the signer of cursors and other tokens of positions. */
	public Cursors cursors() {
		return this.cursors;
	}

	/** Returns the entity manager of the lists. */
	public EntityManager entities() {
		return this.entities;
	}

	/**
	 * Returns a list of the given entity. If the entity is guarded, the list contains
	 * only records that are visible to the caller.
	 */
	public <T> RecordList<T> create(Class<T> type, ListFields<T> fields) {
		return new RecordList<>(this.entities, type, fields, this.cursors, this.access);
	}

}
