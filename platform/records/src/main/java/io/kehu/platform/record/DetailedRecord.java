package io.kehu.platform.record;

import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.springframework.beans.BeanUtils;

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
		this(Ids.next(), now);
	}

	/**
	 * Creates a new record with an id that another service has chosen.
	 */
	protected DetailedRecord(UUID id, Instant now) {
		super(now);
		this.id = id;
	}

	/** Creates a new record that consists of nothing but its details. */
	public static <D, R extends DetailedRecord<D, ?>> R create(Class<R> type, D details, Instant now) {
		R record = BeanUtils.instantiateClass(type);
		record.begin(now);
		record.apply(details);
		return record;
	}

	@Override
	void begin(Instant now) {
		super.begin(now);
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
