package io.kehu.platform.record;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * What every entity keeps of itself: its version, and when it was created, changed and
 * deleted.
 *
 * @param <V> how others see it
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
	 * Makes a new record.
	 */
	protected StoredRecord(Instant now) {
		this.createdAt = now;
		this.updatedAt = now;
	}

	/** Returns the record's id, which is or begins its primary key. */
	public abstract UUID id();

	/**
	 * Returns the record as others see it; to be asked once the version is settled.
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
	 * Brings the record back.
	 */
	public void restore(Instant now) {
		this.deletedAt = null;
		this.updatedAt = now;
	}

	/**
	 * Notes that the record was changed.
	 */
	protected void changed(Instant now) {
		this.updatedAt = now;
	}

	/**
	 * Returns the version, 0 for one that is not stored yet.
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
