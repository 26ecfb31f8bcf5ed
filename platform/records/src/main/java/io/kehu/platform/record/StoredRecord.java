package io.kehu.platform.record;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Base class for the entities of records, with their version and the times at which they
 * were created, changed and deleted.
 *
 * @param <V> the view of a record, as clients see it
 */
@MappedSuperclass
public abstract class StoredRecord<V extends RecordView> {

	@Version
	private @Nullable Long version;

	private Instant createdAt;

	private Instant updatedAt;

	private @Nullable Instant deletedAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected StoredRecord() {
	}

	/**
	 * Creates a new record.
	 */
	protected StoredRecord(Instant now) {
		this.createdAt = now;
		this.updatedAt = now;
	}

	void begin(Instant now) {
		this.createdAt = now;
		this.updatedAt = now;
	}

	/** Returns the record's id, which is the primary key or its first part. */
	public abstract UUID id();

	/**
	 * Returns the view of the record. Call this method only once the version is final.
	 */
	public abstract V view();

	/**
	 * Deletes the record; it can be restored.
	 */
	public void delete(Instant now) {
		this.deletedAt = now;
		this.updatedAt = now;
	}

	/**
	 * Restores the record.
	 */
	public void restore(Instant now) {
		this.deletedAt = null;
		this.updatedAt = now;
	}

	/**
	 * Sets the time of the last change.
	 */
	protected void changed(Instant now) {
		this.updatedAt = now;
	}

	/**
	 * Returns the version, or 0 if the record has not been stored yet.
	 */
	public long version() {
		return (this.version != null) ? this.version : 0;
	}

	public boolean deleted() {
		return this.deletedAt != null;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant updatedAt() {
		return this.updatedAt;
	}

	public @Nullable Instant deletedAt() {
		return this.deletedAt;
	}

}
