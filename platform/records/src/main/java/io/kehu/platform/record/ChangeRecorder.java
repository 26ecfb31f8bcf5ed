package io.kehu.platform.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import io.kehu.platform.cache.VersionedCache;
import org.jspecify.annotations.Nullable;

/**
 * Records changes after they have been made, always in the same order: versions, event
 * and history, consequences, cache.
 */
final class ChangeRecorder<D, R extends DetailedRecord<D, V>, V extends Record & RecordView> {

	private final RecordKind<D, R, V> kind;

	private final RecordTable<R> table;

	private final RecordJournal journal;

	private final @Nullable VersionedCache<V> cache;

	ChangeRecorder(RecordKind<D, R, V> kind, RecordTable<R> table, RecordJournal journal,
			@Nullable VersionedCache<V> cache) {
		this.kind = kind;
		this.table = table;
		this.journal = journal;
		this.cache = cache;
	}

	/**
	 * Records one change and returns the current view of the record.
	 * @param before the view before the change, or null if the record is new
	 */
	V record(RecordEvent event, R record, @Nullable V before) {
		this.table.flush();
		V after = record.view();
		RecordChange change = this.kind.events().change(event, before, after);
		this.journal.note(change);
		entail(change);
		cache(record, after);
		return after;
	}

	/** Writes a record whose change is recorded elsewhere. */
	V refresh(R record) {
		this.table.flush();
		V after = record.view();
		cache(record, after);
		return after;
	}

	private void cache(R record, V after) {
		if (this.cache != null) {
			this.cache.changed(after.id(), after.version(), record.deleted() ? null : after);
		}
	}

	/** Records the changes of a chunk with a constant number of statements. */
	void recordAll(RecordChunk<R, V> chunk) {
		RecordEvents events = this.kind.events();
		chunk.created().forEach(this.table::persist);
		this.table.flush();
		List<RecordChange> changes = chunk.changes((before, after) -> events
			.change((before != null) ? RecordEvent.CHANGED : events.created(), before, after));
		this.journal.note(changes);
		changes.forEach(this::entail);
		if (this.cache != null) {
			this.cache.changedAll(chunk.changedVersions());
		}
	}

	/** Changes records, and records the changes. */
	RecordChunk<R, V> changeAll(Collection<R> records, UnaryOperator<D> change, Instant now) {
		RecordChunk<R, V> chunk = new RecordChunk<>();
		records.forEach((record) -> chunk.change(record, () -> record.change(change.apply(record.details()), now)));
		recordAll(chunk);
		return chunk;
	}

	/** Deletes a record, and records the deletion. */
	V remove(R record, Instant now) {
		V before = record.view();
		record.delete(now);
		return record(RecordEvent.DELETED, record, before);
	}

	private void entail(RecordChange change) {
		this.kind.consequences().forEach((consequence) -> consequence.accept(change));
	}

}
