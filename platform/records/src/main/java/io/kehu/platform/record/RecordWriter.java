package io.kehu.platform.record;

import java.time.Instant;
import java.util.List;

import io.kehu.platform.access.Ownerships;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Checks and stores the details of single records, for all operations that change them.
 * Must be used in a transaction.
 */
final class RecordWriter<D, R extends DetailedRecord<D, V>, V extends Record & RecordView> {

	private final RecordKind<D, R, V> kind;

	private final RecordTools tools;

	private final RecordTable<R> table;

	private final RecordGuard<R, V> guard;

	private final ChangeRecorder<D, R, V> recorder;

	RecordWriter(RecordKind<D, R, V> kind, RecordTools tools, RecordTable<R> table, RecordGuard<R, V> guard,
			ChangeRecorder<D, R, V> recorder) {
		this.kind = kind;
		this.tools = tools;
		this.table = table;
		this.guard = guard;
		this.recorder = recorder;
	}

	V insert(D details) {
		D owned = Ownerships.ofNew(this.kind.type(), this.kind.resolved(details, null));
		checkKeys(owned, null, null);
		R record = this.kind.make().apply(owned, now());
		this.table.persist(record);
		return this.recorder.record(this.kind.events().created(), record, null);
	}

	/**
	 * Changes a record to the wanted details.
	 * @param before its present details
	 */
	V change(R record, D before, D wanted) {
		D details = this.kind.resolved(wanted, before);
		check(record, before, details);
		V view = record.view();
		return record.change(details, now()) ? this.recorder.record(RecordEvent.CHANGED, record, view) : view;
	}

	void check(R record, D before, D details) {
		Ownerships.checkChange(this.kind.type(), before, details);
		this.guard.checkMove(record.id(), before, details);
		checkKeys(details, record, before);
	}

	/**
	 * Checks a record that is restored.
	 * @throws ProblemException with status 409 if it refers to something that no longer
	 * exists
	 */
	void checkRestored(R record) {
		try {
			this.guard.checkWithoutNames(
					() -> KeyLookup.of(this.kind, this.table, List.of(record.details())).checkRestored(record));
		}
		catch (ProblemException ex) {
			throw (ex.status() == HttpStatus.BAD_REQUEST) ? ProblemException.conflict(ex.detail(), ex.errors()) : ex;
		}
	}

	private void checkKeys(D details, @Nullable R record, @Nullable D before) {
		this.guard.checkWithoutNames(
				() -> KeyLookup.of(this.kind, this.table, List.of(details)).check(details, record, before));
	}

	private Instant now() {
		return this.tools.clock().instant();
	}

}
