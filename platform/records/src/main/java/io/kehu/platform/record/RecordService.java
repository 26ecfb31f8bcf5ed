package io.kehu.platform.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Ownerships;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.cache.Versioned;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.json.Replacement;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.Preconditions;
import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.transaction.annotation.Transactional;

/**
 * Base class for services that change records, individually or in chunks, and record each
 * change in the journal in the same transaction.
 *
 * @param <D> the client-writable fields of a record
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
public abstract class RecordService<D extends KeyedDetails<D>, R extends KeyedRecord<D, V>, V extends RecordView>
		implements Records<D, V> {

	private final RecordTools tools;

	private final RecordEvents events;

	private final RecordRepository<R, V> records;

	private final @Nullable VersionedCache<V> cache;

	private final RecordGuard<R, V> guard;

	/** Creates a service that always reads records from the database. */
	protected RecordService(RecordTools tools, RecordEvents events, RecordRepository<R, V> records) {
		this(tools, events, records, null);
	}

	/** Creates a service that caches records by id, unless the cache is null. */
	protected RecordService(RecordTools tools, RecordEvents events, RecordRepository<R, V> records,
			@Nullable VersionedCache<V> cache) {
		this.tools = tools;
		this.events = events;
		this.records = records;
		this.cache = cache;
		this.guard = new RecordGuard<>(tools.access(), getClass(), events.subject());
	}

	/** Creates a new record. */
	protected abstract R make(D details, Instant now);

	/** Returns a lookup of the records that these details refer to. */
	protected abstract RecordLookup<D, R> lookup(Collection<D> details);

	/**
	 * Returns the details of an upsert as they are to be stored.
	 * @param key the external id in the path
	 * @throws ProblemException if the path and the details contradict each other
	 */
	protected D keyed(ExternalId key, D details) {
		return details.keeping(List.of(key));
	}

	@Override
	public V get(UUID id) {
		if (this.guard.restricted(AccessLevel.READ)) {
			return this.guard.read(id).orElseThrow(() -> notFound(id));
		}
		if (this.cache == null) {
			return this.records.findPresentView(id).orElseThrow(() -> notFound(id));
		}
		return this.cache
			.get(id, () -> this.records.findPresentView(id).map((view) -> new Versioned<>(view.version(), view)))
			.orElseThrow(() -> notFound(id));
	}

	@Override
	@Transactional
	public V create(D details) {
		D owned = Ownerships.ofNew(this.guard.type(), details);
		this.guard.checkWithoutNames(() -> lookup(List.of(owned)).check(owned, null));
		R record = make(owned, now());
		this.tools.entities().persist(record);
		return noted(this.events.created(), record, null);
	}

	@Override
	@Transactional
	public V patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		R record = present(id, expected, AccessLevel.CHANGE);
		return change(record, this.tools.json()
			.merge(record.details(), this.guard.view(), () -> shown(record.view()), patch, this.guard.details()));
	}

	/**
	 * Returns the view of a record as clients read it, including data of other sources.
	 */
	protected V shown(V view) {
		return view;
	}

	private V change(R record, D details) {
		Ownerships.checkChange(this.guard.type(), record.details(), details);
		this.guard.checkWithoutNames(() -> lookup(List.of(details)).check(details, record));
		V before = record.view();
		return record.change(details, now()) ? noted(this.events.changed(), record, before) : before;
	}

	/**
	 * Changes the record with this external id to these details, or creates it if it does
	 * not exist.
	 * @param body the details; it may also contain the other fields of the record as they
	 * were read
	 * @param preconditions are checked for the record or its absence
	 * @return the record, and whether it is new
	 * @throws ProblemException if the external id or the details are not valid
	 */
	@Transactional
	public Upserted<V> upsert(ExternalId key, Preconditions preconditions, JsonNode body) {
		Set<ConstraintViolation<ExternalId>> violations = this.tools.json().violations(key);
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(FieldErrors.of(violations));
		}
		Replacement<D> replacement = this.tools.json().replacement(body, this.guard.details(), this.guard.view());
		this.records.lock(this.events.subject() + ":" + key.key());
		D keyed = keyed(key, replacement.details());
		R record = this.guard.withoutNames(() -> lookup(List.of(keyed)).find(keyed));
		if (record == null) {
			preconditions.checkAbsent();
			replacement.check(null);
			return new Upserted<>(create(keyed), true);
		}
		this.guard.rights(List.of(record.id())).checkKnown(record.id(), keyed);
		preconditions.check(record.version());
		replacement.check(shown(record.view()));
		return new Upserted<>(change(record, kept(keyed, record)), false);
	}

	private D kept(D details, R record) {
		return Ownerships.keeping(details.keeping(record.externalIds()), record.details());
	}

	@Override
	@Transactional
	public void delete(UUID id, ExpectedVersion expected) {
		R record = present(id, expected, AccessLevel.DELETE);
		V before = record.view();
		record.delete(now());
		noted(this.events.deleted(), record, before);
	}

	@Override
	@Transactional
	public V restore(UUID id) {
		R record = this.records.findById(id).orElseThrow(() -> notFound(id));
		this.guard.check(AccessLevel.DELETE, id);
		V before = record.view();
		if (!record.deleted()) {
			return before;
		}
		record.restore(now());
		return noted(this.events.restored(), record, before);
	}

	/**
	 * Stores a chunk: changes the records that exist, and creates the others.
	 */
	@Override
	@Transactional
	public List<BulkOutcome> store(List<D> items, Consumer<Collection<?>> touched) {
		RecordLookup<D, R> lookup = lookup(items);
		Set<Object> keys = allKeys(items);
		if (keys != null) {
			keys.addAll(lookup.keys());
			touched.accept(keys);
		}
		RecordChunk<R, V> chunk = new RecordChunk<>();
		RecordGuard.Rights rights = this.guard.rights(items, lookup);
		Instant now = now();
		List<BulkOutcome> outcomes = items.stream()
			.map((details) -> take(details, lookup, chunk, rights, now))
			.toList();
		chunk.created().forEach(this.tools.entities()::persist);
		this.records.flush();
		List<RecordChange> changes = chunk
			.changes((before, after) -> (before != null) ? this.events.changed() : this.events.created());
		this.tools.journal().note(changes);
		changes.forEach(this::stored);
		if (this.cache != null) {
			this.cache.changedAll(chunk.changedVersions());
		}
		return outcomes;
	}

	private BulkOutcome take(D details, RecordLookup<D, R> lookup, RecordChunk<R, V> chunk, RecordGuard.Rights rights,
			Instant now) {
		try {
			R known = this.guard.withoutNames(() -> lookup.find(details));
			D wanted = (known != null) ? wanted(details, known, chunk, rights)
					: Ownerships.ofNew(this.guard.type(), details);
			this.guard.checkWithoutNames(() -> lookup.check(wanted, known));
			R record = (known != null) ? known : make(wanted, now);
			BulkOutcome outcome = (known != null) ? chunk.change(known, () -> known.change(wanted, now))
					: chunk.create(record);
			lookup.add(record);
			return outcome;
		}
		catch (ProblemException ex) {
			return BulkOutcome.rejected(ex.asErrors());
		}
	}

	private D wanted(D details, R known, RecordChunk<R, V> chunk, RecordGuard.Rights rights) {
		if (!chunk.fresh(known.id())) {
			rights.checkKnown(known.id(), details);
		}
		D wanted = kept(details, known);
		Ownerships.checkChange(this.guard.type(), known.details(), wanted);
		return wanted;
	}

	/** Returns the ids of the existing records that the caller may refer to. */
	protected Set<UUID> referable(Collection<UUID> ids, Function<Collection<UUID>, Set<UUID>> present) {
		return this.guard.referable(ids, present);
	}

	private R present(UUID id, ExpectedVersion expected, AccessLevel level) {
		R record = this.records.findPresent(id).orElseThrow(() -> notFound(id));
		this.guard.check(level, id);
		expected.check(record.version());
		return record;
	}

	private ProblemException notFound(UUID id) {
		return ProblemException.notFound(this.events.subject(), id);
	}

	/**
	 * Stores a change that has been made to a record, adds it to the journal, and returns
	 * the current view of the record.
	 */
	protected V noted(RecordEvent event, R record, @Nullable V before) {
		this.records.flush();
		V after = record.view();
		RecordChange change = event.of(before, after);
		this.tools.journal().note(change);
		stored(change);
		if (this.cache != null) {
			this.cache.changed(after.id(), after.version(), record.deleted() ? null : after);
		}
		return after;
	}

	/**
	 * Called in the transaction of each change, after it has been stored. Subclasses may
	 * override this method to make further changes, or to refuse the change by throwing
	 * an exception.
	 */
	protected void stored(RecordChange change) {
	}

	/** Returns the time that is recorded for changes. */
	protected Instant now() {
		return this.tools.clock().instant();
	}

}
