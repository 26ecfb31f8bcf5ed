package io.kehu.platform.record;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/**
 * An entity that clients describe by details, and that other systems know too.
 *
 * @param <D> what clients may say of it
 * @param <V> how others see it
 */
@MappedSuperclass
public abstract class KeyedRecord<D, V extends RecordView> extends StoredRecord<V> {

	@Id
	private UUID id;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected KeyedRecord() {
	}

	/**
	 * Makes a new record with an id of its own, which applies its details itself.
	 */
	protected KeyedRecord(Instant now) {
		super(now);
		this.id = Ids.next();
	}

	@Override
	public UUID id() {
		return this.id;
	}

	/**
	 * Changes the record to these details.
	 * @return whether anything is different
	 */
	public boolean change(D details, Instant now) {
		if (details.equals(details())) {
			return false;
		}
		apply(details);
		changed(now);
		return true;
	}

	/** Takes each field over. */
	protected abstract void apply(D details);

	/**
	 * Returns what clients may change, as it is now.
	 */
	public abstract D details();

	/**
	 * Returns what other systems call it; not to be changed.
	 */
	public abstract Set<ExternalId> externalIds();

}
