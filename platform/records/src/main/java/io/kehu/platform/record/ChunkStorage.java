package io.kehu.platform.record;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.kehu.platform.access.Ownerships;
import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.problem.ProblemException;

/**
 * Stores one chunk of a bulk load: changes the records that exist, and creates the
 * others.
 */
final class ChunkStorage<D, R extends DetailedRecord<D, V>, V extends Record & RecordView> {

	private final RecordKind<D, R, V> kind;

	private final RecordGuard<R, V> guard;

	private final KeyLookup<D, R, V> lookup;

	private final Instant now;

	private final RecordChunk<R, V> chunk = new RecordChunk<>();

	ChunkStorage(RecordKind<D, R, V> kind, RecordGuard<R, V> guard, KeyLookup<D, R, V> lookup, Instant now) {
		this.kind = kind;
		this.guard = guard;
		this.lookup = lookup;
		this.now = now;
	}

	/** Returns the changes that have been made. */
	RecordChunk<R, V> chunk() {
		return this.chunk;
	}

	/** Reports the keys of all records that the items concern. */
	void touch(List<BulkItem<D>> items, Consumer<Collection<?>> touched) {
		Set<Object> keys = new HashSet<>(this.lookup.keys());
		items.forEach((item) -> keys.addAll(this.kind.externalIds(item.given())));
		touched.accept(keys);
	}

	List<BulkOutcome> storeAll(List<BulkItem<D>> items) {
		RecordGuard.Rights rights = this.guard.rights(items.stream().map(BulkItem::given).toList(), this.lookup::find);
		return items.stream().map((item) -> store(item, rights)).toList();
	}

	private BulkOutcome store(BulkItem<D> item, RecordGuard.Rights rights) {
		try {
			R known = this.guard.withoutNames(() -> this.lookup.find(item.given()));
			return (known != null) ? change(known, item, rights) : create(item.whole());
		}
		catch (ProblemException ex) {
			return BulkOutcome.rejected(ex.asErrors());
		}
	}

	private BulkOutcome create(D details) {
		D owned = Ownerships.ofNew(this.kind.type(), this.kind.resolved(details, null));
		this.guard.checkWithoutNames(() -> this.lookup.check(owned, null, null));
		R record = this.kind.make().apply(owned, this.now);
		BulkOutcome outcome = this.chunk.create(record);
		this.lookup.add(record);
		return outcome;
	}

	private BulkOutcome change(R known, BulkItem<D> item, RecordGuard.Rights rights) {
		if (!this.chunk.isNew(known)) {
			rights.checkKnown(known.id(), item.given());
		}
		D before = known.details();
		D wanted = this.kind.resolved(wanted(known, before, item), before);
		Ownerships.checkChange(this.kind.type(), before, wanted);
		if (!this.chunk.isNew(known)) {
			this.guard.checkMove(known.id(), before, wanted);
		}
		this.guard.checkWithoutNames(() -> this.lookup.check(wanted, known, before));
		BulkOutcome outcome = this.chunk.change(known, () -> known.change(wanted, this.now));
		this.lookup.add(known);
		return outcome;
	}

	/** External ids are added to those of the record, unless the line clears them. */
	private D wanted(R known, D before, BulkItem<D> item) {
		Collection<ExternalId> present = this.kind.externalIds(known);
		if (!item.merges()) {
			return Ownerships.keeping(this.kind.keeping(item.whole(), present), before);
		}
		D merged = item.mergedInto(before);
		return item.clears(KeyedDetails.MEMBER) ? merged : this.kind.keeping(merged, present);
	}

}
