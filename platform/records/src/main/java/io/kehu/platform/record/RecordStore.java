package io.kehu.platform.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;
import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.personal.PersonalView;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.VersionCheck;
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
		implements Records<D, V>, Referable, VisibleRecords {

	private final RecordKind<D, R, V> kind;

	private final RecordTools tools;

	private final RecordTable<R> table;

	private final RecordGuard<R, V> guard;

	private final ChangeRecorder<D, R, V> recorder;

	private final RecordWriter<D, R, V> writer;

	private final KeyedRecords<D, R, V> keyed;

	private final RecordViews<R, V> views;

	private final RecordReading<R, V> reading;

	private final List<Dependants<?, ?, ?>> dependants = new CopyOnWriteArrayList<>();

	RecordStore(RecordKind<D, R, V> kind, RecordTools tools, RecordTable<R> table, RecordGuard<R, V> guard,
			RecordReading<R, V> reading, @Nullable VersionedCache<V> cache) {
		this.kind = kind;
		this.tools = tools;
		this.table = table;
		this.guard = guard;
		this.recorder = new ChangeRecorder<>(kind, table, tools.journal(), cache);
		this.reading = reading;
		this.views = new RecordViews<>(table, guard, tools.transactions(), cache);
		this.writer = new RecordWriter<>(kind, tools, table, guard, this.recorder);
		this.keyed = new KeyedRecords<>(kind, tools, table, guard, reading, this.writer);
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

	/**
	 * Returns the record with this external id.
	 * @throws ProblemException if it does not exist, is deleted, or is not visible to the
	 * caller
	 */
	V get(ExternalId key) {
		return get(this.keyed.find(key));
	}

	@Override
	public V create(D details) {
		return this.kind.lookup()
			.around(List.of(details), () -> this.tools.transactions().change(() -> this.writer.insert(details)));
	}

	@Override
	public V patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		return this.kind.lookup().around(patch, () -> this.tools.transactions().change(() -> {
			R record = present(id, expected, AccessLevel.CHANGE);
			D before = record.details();
			return this.writer.change(record, before,
					this.tools.json()
						.merge(before, this.kind.view(), () -> this.reading.complete(record.view()), patch,
								this.kind.details()));
		}));
	}

	/** Returns the same records, addressed by their external ids. */
	KeyedRecords<D, R, V> keyed() {
		return this.keyed;
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
			this.writer.checkRestored(record);
			return this.recorder.record(RecordEvent.RESTORED, record, before);
		});
	}

	@Override
	public List<BulkOutcome> store(List<BulkItem<D>> items, Consumer<Collection<?>> touched) {
		List<D> given = items.stream().map(BulkItem::given).toList();
		return this.kind.lookup().around(given, () -> this.tools.transactions().change(() -> {
			ChunkStorage<D, R, V> storage = new ChunkStorage<>(this.kind, this.guard,
					KeyLookup.ofChunk(this.kind, this.table, items), now());
			if (this.kind.identifiedByExternalIds()) {
				storage.touch(items, touched);
			}
			List<BulkOutcome> outcomes = storage.storeAll(items);
			this.recorder.recordAll(storage.chunk());
			return outcomes;
		}));
	}

	@Override
	public Set<String> keyMembers() {
		return this.kind.keyMembers();
	}

	@Override
	public @Nullable Collection<?> keys(D details) {
		return this.kind.identifiedByExternalIds() ? this.kind.externalIds(details) : null;
	}

	@Override
	public Set<UUID> referable(Collection<UUID> ids, AccessLevel level) {
		return this.guard.referable(ids, level, this.table::lockPresent);
	}

	@Override
	public List<V> readable(Collection<UUID> ids) {
		if (!Callers.current().may(this.kind.permissions().read())) {
			throw Access.forbidden();
		}
		return this.reading.present(ids);
	}

	@Override
	public Restriction visible(String alias) {
		return this.guard.visible(alias);
	}

	@Override
	public Restriction clear(String alias) {
		return this.guard.clear(alias);
	}

	/**
	 * Checks details as a change does, for services that store them by an operation with
	 * its own rules. Must be called in the transaction of that operation.
	 * @throws ProblemException if the record cannot have these details
	 */
	public void check(R record, D details) {
		this.writer.check(record, record.details(), details);
	}

	/** Returns how other features select records. */
	public RecordSelection<V> selection() {
		return new RecordSelection<>(this.reading);
	}

	/** Returns how records are shown to callers that may not see personal data. */
	public PersonalView<V> shown() {
		return this.reading.shown();
	}

	/** Returns which records, including deleted ones, have some of these external ids. */
	public Map<ExternalId, UUID> holders(Collection<ExternalId> ids) {
		return this.keyed.holders(ids);
	}

	/**
	 * Records a change made by an operation with its own rules, in its transaction.
	 * @param before the view before the change, or null if the record is new
	 */
	public V record(RecordEvent event, R record, @Nullable V before) {
		return this.tools.transactions().change(() -> this.recorder.record(event, record, before));
	}

	/** Changes records because of another change, in its transaction, without checks. */
	public void changeAll(Collection<R> records, UnaryOperator<D> change) {
		this.tools.transactions().change(() -> this.recorder.changeAll(records, change, now()));
	}

	void add(Dependants<?, ?, ?> children) {
		this.dependants.add(children);
	}

	/** Returns the records to which access is derived from these, by kind. */
	public List<Dependants<?, ?, ?>> dependants() {
		return List.copyOf(this.dependants);
	}

	/** Deletes a record that exists because of another change, as above. */
	public void remove(UUID id) {
		this.tools.transactions()
			.change(() -> this.table.findPresent(id).map((one) -> this.recorder.remove(one, now())));
	}

	/** Writes a changed record for operations that publish and record the change. */
	public V refresh(R record) {
		return this.tools.transactions().change(() -> this.recorder.refresh(record));
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
