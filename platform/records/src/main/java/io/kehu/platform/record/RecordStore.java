package io.kehu.platform.record;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Ownerships;
import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.json.Replacement;
import io.kehu.platform.personal.PersonalView;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.Preconditions;
import io.kehu.platform.web.VersionCheck;
import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The records of one kind: all their operations, built by {@link RecordStores} from one
 * declaration. Every change follows the same order: access, version, the change itself,
 * event and history, consequences, cache.
 *
 * @param <D> the client-writable fields of a record
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
public final class RecordStore<D, R extends DetailedRecord<D, V>, V extends Record & RecordView>
		implements Records<D, V>, Referable {

	private final RecordKind<D, R, V> kind;

	private final RecordTools tools;

	private final RecordTable<R> table;

	private final RecordGuard<R, V> guard;

	private final ChangeRecorder<D, R, V> recorder;

	private final RecordViews<R, V> views;

	private final RecordReading<R, V> reading;

	RecordStore(RecordKind<D, R, V> kind, RecordTools tools, RecordTable<R> table, RecordGuard<R, V> guard,
			RecordReading<R, V> reading, @Nullable VersionedCache<V> cache) {
		this.kind = kind;
		this.tools = tools;
		this.table = table;
		this.guard = guard;
		this.recorder = new ChangeRecorder<>(kind, table, tools.journal(), cache);
		this.reading = reading;
		this.views = new RecordViews<>(table, guard, tools.transactions(), cache);
	}

	@Override
	public String subject() {
		return this.kind.subject();
	}

	RecordPermissions permissions() {
		return this.kind.permissions();
	}

	Class<D> details() {
		return this.kind.details();
	}

	RecordReading<R, V> reading() {
		return this.reading;
	}

	BulkLoader loader() {
		return this.tools.loader();
	}

	@Override
	public V get(UUID id) {
		return this.views.find(id).orElseThrow(() -> notFound(id));
	}

	@Override
	public V create(D details) {
		return this.tools.transactions().change(() -> insert(details));
	}

	private V insert(D details) {
		D owned = Ownerships.ofNew(this.kind.type(), this.kind.unmasked(details, null));
		this.guard.checkWithoutNames(() -> lookup(List.of(owned)).check(owned, null, null));
		R record = this.kind.make().apply(owned, now());
		this.table.persist(record);
		return this.recorder.record(this.kind.events().created(), record, null);
	}

	@Override
	public V patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		return this.tools.transactions().change(() -> {
			R record = present(id, expected, AccessLevel.CHANGE);
			D before = record.details();
			return change(record, before,
					this.tools.json()
						.merge(before, this.kind.view(), () -> this.reading.complete(record.view()), patch,
								this.kind.details()));
		});
	}

	private V change(R record, D before, D wanted) {
		D details = this.kind.unmasked(wanted, before);
		Ownerships.checkChange(this.kind.type(), before, details);
		this.guard.checkWithoutNames(() -> lookup(List.of(details)).check(details, record, before));
		V view = record.view();
		return record.change(details, now()) ? this.recorder.record(RecordEvent.CHANGED, record, view) : view;
	}

	/**
	 * Changes the record with this external id to these details, or creates it if it does
	 * not exist.
	 * @param preconditions are checked for the record or its absence
	 * @param body the details; it may also contain the other fields of the record as they
	 * were read
	 * @return the record, and whether it is new
	 * @throws ProblemException if the external id or the details are not valid
	 */
	public Upserted<V> upsert(ExternalId key, Preconditions preconditions, JsonNode body) {
		Set<ConstraintViolation<ExternalId>> violations = this.tools.json().violations(key);
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(FieldErrors.of(violations));
		}
		Replacement<D> replacement = this.tools.json().replacement(body, this.kind.details(), this.kind.view());
		return this.tools.transactions().change(() -> {
			this.tools.locks().lock(subject() + ":" + key.key());
			D keyed = this.kind.keyed(key, replacement.details());
			R record = this.guard.withoutNames(() -> lookup(List.of(keyed)).find(keyed));
			if (record == null) {
				preconditions.checkAbsent();
				replacement.check(null);
				return new Upserted<>(insert(keyed), true);
			}
			this.guard.rights(List.of(record.id())).checkKnown(record.id(), keyed);
			preconditions.check(record.version());
			replacement.check(this.reading.complete(record.view()));
			D before = record.details();
			D kept = Ownerships.keeping(this.kind.keeping(keyed, this.kind.externalIds(record)), before);
			return new Upserted<>(change(record, before, kept), false);
		});
	}

	/**
	 * Changes a record by an intent. Access and the expected version are checked first;
	 * the event that the intent returns is published and recorded in the history.
	 * @param version is checked before the change
	 * @return the view of the record, changed or not
	 * @throws ProblemException if the record does not exist, the caller may not change
	 * it, it has been changed since the expected version, or the intent refuses
	 */
	public V act(UUID id, VersionCheck version, Intent<? super R> intent) {
		return this.tools.transactions().change(() -> {
			R record = present(id, version, AccessLevel.CHANGE);
			V before = record.view();
			RecordEvent event = intent.apply(record, now());
			return (event != null) ? this.recorder.record(event, record, before) : before;
		});
	}

	/** Changes a record by an intent of the declaration, as above. */
	public V act(UUID id, VersionCheck version, String intent) {
		return act(id, version, this.kind.intent(intent));
	}

	@Override
	public void delete(UUID id, ExpectedVersion expected) {
		this.tools.transactions().change(() -> {
			R record = present(id, expected, AccessLevel.DELETE);
			V before = record.view();
			record.delete(now());
			return this.recorder.record(RecordEvent.DELETED, record, before);
		});
	}

	@Override
	public V restore(UUID id, VersionCheck version) {
		return this.tools.transactions().change(() -> {
			R record = this.table.find(id).orElseThrow(() -> notFound(id));
			this.guard.check(AccessLevel.DELETE, id);
			version.check(record.version());
			V before = record.view();
			if (!record.deleted()) {
				return before;
			}
			record.restore(now());
			return this.recorder.record(RecordEvent.RESTORED, record, before);
		});
	}

	@Override
	public List<BulkOutcome> store(List<D> items, Consumer<Collection<?>> touched) {
		return this.tools.transactions().change(() -> {
			ChunkStorage<D, R, V> storage = new ChunkStorage<>(this.kind, this.guard, lookup(items), now());
			if (identifiedByExternalIds()) {
				storage.touch(items, touched);
			}
			List<BulkOutcome> outcomes = storage.storeAll(items);
			this.recorder.recordAll(storage.chunk());
			return outcomes;
		});
	}

	@Override
	public @Nullable Collection<?> keys(D details) {
		return identifiedByExternalIds() ? this.kind.externalIds(details) : null;
	}

	/** Only then two chunks can be known to concern different records. */
	private boolean identifiedByExternalIds() {
		return this.kind.keyed() && this.kind.uniques().isEmpty();
	}

	@Override
	public Set<UUID> referable(Collection<UUID> ids, AccessLevel level) {
		return this.guard.referable(ids, level, this.table::findPresentIds);
	}

	/**
	 * Checks details as a change does, for services that store them by an operation with
	 * its own rules. Must be called in the transaction of that operation.
	 * @throws ProblemException if the record cannot have these details
	 */
	public void check(R record, D details) {
		D before = record.details();
		Ownerships.checkChange(this.kind.type(), before, details);
		this.guard.checkWithoutNames(() -> lookup(List.of(details)).check(details, record, before));
	}

	/** Returns how records are shown to callers that may not see personal data. */
	public PersonalView<V> shown() {
		return this.reading.shown();
	}

	/** Returns which records, including deleted ones, have some of these external ids. */
	public Map<ExternalId, UUID> holders(Collection<ExternalId> ids) {
		Map<ExternalId, UUID> holders = new HashMap<>();
		this.table.findByExternalIds(ids)
			.forEach((record) -> this.kind.externalIds(record).forEach((id) -> holders.put(id, record.id())));
		holders.keySet().retainAll(Set.copyOf(ids));
		return holders;
	}

	/** Records a change made by an operation with its own rules, in its transaction. */
	public V record(RecordEvent event, R record, V before) {
		return this.tools.transactions().change(() -> this.recorder.record(event, record, before));
	}

	/** Changes records because of another change, in its transaction, without checks. */
	public void changeAll(Collection<R> records, UnaryOperator<D> change) {
		RecordChunk<R, V> chunk = new RecordChunk<>();
		Instant now = now();
		this.tools.transactions().change(() -> {
			records.forEach((record) -> chunk.change(record, () -> record.change(change.apply(record.details()), now)));
			this.recorder.recordAll(chunk);
			return chunk;
		});
	}

	/** Writes a changed record for operations that publish and record the change. */
	public V refresh(R record) {
		return this.tools.transactions().change(() -> this.recorder.refresh(record));
	}

	private KeyLookup<D, R, V> lookup(List<D> chunk) {
		return KeyLookup.of(this.kind, this.table, chunk);
	}

	private R present(UUID id, VersionCheck version, AccessLevel level) {
		R record = this.table.findPresent(id).orElseThrow(() -> notFound(id));
		this.guard.check(level, id);
		version.check(record.version());
		return record;
	}

	private ProblemException notFound(UUID id) {
		return ProblemException.notFound(subject(), id);
	}

	private Instant now() {
		return this.tools.clock().instant();
	}

}
