package io.kehu.platform.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.bulk.BulkStatus;
import org.jspecify.annotations.Nullable;

/**
 * Collects the changes to the records of one chunk of a bulk load: the new records, and
 * the changed ones with their views before the change.
 *
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
public final class RecordChunk<R extends StoredRecord<V>, V extends RecordView> {

	private final List<R> created = new ArrayList<>();

	private final Set<UUID> fresh = new HashSet<>();

	private final Map<UUID, Changed<R, V>> changed = new LinkedHashMap<>();

	/**
	 * Adds a new record.
	 */
	public BulkOutcome create(R record) {
		this.created.add(record);
		this.fresh.add(record.id());
		return BulkOutcome.stored(BulkStatus.CREATED, record.id());
	}

	/**
	 * Changes an existing record or one that is new in this chunk.
	 * @param change changes the record, and returns whether anything is different
	 */
	public BulkOutcome change(R record, BooleanSupplier change) {
		V before = record.view();
		if (!change.getAsBoolean()) {
			return BulkOutcome.stored(BulkStatus.UNCHANGED, record.id());
		}
		if (!isNew(record)) {
			this.changed.putIfAbsent(record.id(), new Changed<>(record, before));
		}
		return BulkOutcome.stored(BulkStatus.UPDATED, record.id());
	}

	/** Returns whether a record is new in this chunk. */
	public boolean isNew(R record) {
		return this.fresh.contains(record.id());
	}

	/** Returns the new records. */
	public List<R> created() {
		return this.created;
	}

	/**
	 * Returns the changes for the journal. Call this method only once the versions are
	 * final.
	 */
	public List<RecordChange> changes(Reporting<V> reporting) {
		List<RecordChange> changes = new ArrayList<>();
		this.created.forEach((record) -> {
			V after = record.view();
			changes.add(reporting.change(null, after));
		});
		this.changed.values().forEach((one) -> {
			V after = one.record().view();
			changes.add(reporting.change(one.before(), after));
		});
		return changes;
	}

	/**
	 * Returns the current versions of the changed records.
	 */
	public Map<UUID, Long> changedVersions() {
		Map<UUID, Long> versions = new LinkedHashMap<>();
		this.changed.forEach((id, one) -> versions.put(id, one.record().version()));
		return versions;
	}

	/**
	 * Converts a change to the form that the journal records.
	 */
	@FunctionalInterface
	public interface Reporting<V> {

		/** Returns the change; {@code before} is null if the record is new. */
		RecordChange change(@Nullable V before, V after);

	}

	/**
	 * A changed record, and its view before the change.
	 */
	private record Changed<R, V>(R record, V before) {
	}

}
