package io.kehu.platform.record;

import jakarta.persistence.EntityManager;

/**
 * Locks keys until the end of the transaction: other transactions that lock the same key
 * wait.
 */
public final class RecordLocks {

	private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 2))) as locked";

	private final EntityManager entities;

	RecordLocks(EntityManager entities) {
		this.entities = entities;
	}

	/** Locks a key, which starts with the kind of record. */
	public void lock(String key) {
		this.entities.createNativeQuery(LOCK, Integer.class).setParameter("key", key).getSingleResult();
	}

	/** Locks the hierarchy of a kind of record, as every change of a parent does. */
	public void lockHierarchy(String subject) {
		lock(subject + ":hierarchy");
	}

}
