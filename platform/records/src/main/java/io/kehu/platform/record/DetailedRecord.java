package io.kehu.platform.record;

import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/**
 * Base class for entities with client-writable details. An entity whose details are
 * {@link KeyedDetails} implements {@link Keyed}.
 *
 * @param <D> the client-writable fields
 * @param <V> the view of a record, as clients see it
 */
@MappedSuperclass
public abstract class DetailedRecord<D, V extends RecordView> extends StoredRecord<V> {

	@Id
	private UUID id;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected DetailedRecord() {
	}

	/**
	 * Creates a new record with a generated id. The subclass applies the details.
	 */
	protected DetailedRecord(Instant now) {
		super(now);
		this.id = Ids.next();
	}

	@Override
	public UUID id() {
		return this.id;
	}

	/**
	 * Changes the record to these details.
	 * @return whether the record has changed
	 */
	public boolean change(D details, Instant now) {
		if (details.equals(details())) {
			return false;
		}
		apply(details);
		changed(now);
		return true;
	}

	/** Copies each field of the details. */
	protected abstract void apply(D details);

	/**
	 * Returns the current details.
	 */
	public abstract D details();

}
