package io.kehu.platform.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The existing records that a chunk of details refers to by external ids or unique
 * fields, found with one query per kind of key. Records that are created while the chunk
 * is processed are added.
 */
final class KeyLookup<D, R extends DetailedRecord<D, V>, V extends Record & RecordView> {

	private final RecordKind<D, R, V> kind;

	private final Map<UniqueKey<D, R>, Map<Object, R>> byUnique = new HashMap<>();

	private final Map<ExternalId, R> byExternalId = new HashMap<>();

	private final List<RecordCheck<D>> checks = new ArrayList<>();

	private KeyLookup(RecordKind<D, R, V> kind) {
		this.kind = kind;
	}

	static <D, R extends DetailedRecord<D, V>, V extends Record & RecordView> KeyLookup<D, R, V> of(
			RecordKind<D, R, V> kind, RecordTable<R> table, Collection<D> chunk) {
		KeyLookup<D, R, V> lookup = new KeyLookup<>(kind);
		lookup.find(table, chunk);
		lookup.prepareChecks(chunk);
		return lookup;
	}

	/**
	 * Returns the lookup for the lines of a bulk load. Its checks are also prepared for
	 * what lines leave as it is.
	 */
	static <D, R extends DetailedRecord<D, V>, V extends Record & RecordView> KeyLookup<D, R, V> ofChunk(
			RecordKind<D, R, V> kind, RecordTable<R> table, List<BulkItem<D>> items) {
		KeyLookup<D, R, V> lookup = new KeyLookup<>(kind);
		List<D> all = new ArrayList<>(items.stream().map(BulkItem::given).toList());
		lookup.find(table, all);
		if (items.stream().anyMatch(BulkItem::merges)) {
			Map<UUID, R> known = new HashMap<>();
			lookup.byUnique.values().forEach((records) -> records.values().forEach((one) -> known.put(one.id(), one)));
			lookup.byExternalId.values().forEach((one) -> known.put(one.id(), one));
			known.values().forEach((one) -> all.add(one.details()));
		}
		lookup.prepareChecks(all);
		return lookup;
	}

	private void prepareChecks(Collection<D> details) {
		this.kind.checks().forEach((check) -> this.checks.add(check.prepare(details)));
	}

	private void find(RecordTable<R> table, Collection<D> chunk) {
		for (UniqueKey<D, R> key : this.kind.uniques()) {
			this.byUnique.put(key, new HashMap<>());
			List<?> values = chunk.stream()
				.<@Nullable Object>map(key.wanted())
				.filter(Objects::nonNull)
				.distinct()
				.toList();
			key.find(table, values).forEach(this::add);
		}
		table
			.findByExternalIds(chunk.stream().flatMap((one) -> this.kind.externalIds(one).stream()).distinct().toList())
			.forEach(this::add);
	}

	/** Adds a record to the lookup. */
	void add(R record) {
		this.byUnique.forEach((key, records) -> {
			Object value = key.held().apply(record);
			if (value != null) {
				records.put(value, record);
			}
		});
		this.kind.externalIds(record).forEach((id) -> this.byExternalId.put(id, record));
	}

	/** Returns the external ids of all records in the lookup. */
	Collection<ExternalId> keys() {
		return this.byExternalId.keySet();
	}

	/**
	 * Returns the record that these details refer to, or null if there is none.
	 * @throws ProblemException if there are several, or the record is deleted
	 */
	@Nullable R find(D details) {
		R found = null;
		for (ExternalId id : this.kind.externalIds(details)) {
			R record = holder(id);
			if (record != null && found != null && !same(record, found)) {
				throw taken(record, details, id);
			}
			if (record != null && record.deleted()) {
				throw ProblemException.heldBy(record.id(), pointer(details, id),
						"%s belongs to a deleted %s, which can be restored".formatted(id.key(), this.kind.subject()));
			}
			found = (record != null) ? record : found;
		}
		return (found != null) ? found : findByUnique(details);
	}

	private @Nullable R findByUnique(D details) {
		for (UniqueKey<D, R> key : this.kind.uniques()) {
			R record = holder(key, details);
			if (record != null && record.deleted()) {
				throw ProblemException.heldBy(record.id(), key.pointer(),
						"belongs to a deleted %s, which can be restored".formatted(this.kind.subject()));
			}
			if (record != null) {
				return record;
			}
		}
		return null;
	}

	/** Returns the record that has the external id at present. */
	private @Nullable R holder(ExternalId id) {
		R record = this.byExternalId.get(id);
		return (record != null && this.kind.externalIds(record).contains(id)) ? record : null;
	}

	/** Returns the record that has the wanted value at present. */
	private @Nullable R holder(UniqueKey<D, R> key, D details) {
		Object value = key.wanted().apply(details);
		R record = (value != null) ? Objects.requireNonNull(this.byUnique.get(key)).get(value) : null;
		return (record != null && Objects.equals(value, key.held().apply(record))) ? record : null;
	}

	/**
	 * Checks the details of an existing record, or of a new one if the record is null.
	 * @throws ProblemException if they refer to something that does not exist or belongs
	 * to another record
	 */
	void check(D details, @Nullable R record, @Nullable D before) {
		check(new Candidate<>(details, before, (record != null) ? record.id() : null, false), record);
	}

	/**
	 * Checks the details of a record that is restored.
	 * @throws ProblemException as above
	 */
	void checkRestored(R record) {
		D details = record.details();
		check(new Candidate<>(details, details, record.id(), true), record);
	}

	private void check(Candidate<D> candidate, @Nullable R record) {
		D details = candidate.details();
		checkNumberOfKeys(details);
		for (UniqueKey<D, R> key : this.kind.uniques()) {
			if (key.fixed() && candidate.before() != null && candidate.changes(key.wanted())) {
				throw ProblemException.invalid(key.pointer(), "immutable", "cannot be changed");
			}
			R holder = holder(key, details);
			if (holder != null && isAnother(holder, record)) {
				throw ProblemException.heldBy(holder.id(), key.pointer(),
						holder.deleted()
								? "belongs to a deleted %s, which can be restored".formatted(this.kind.subject())
								: "is already taken by another " + this.kind.subject());
			}
		}
		for (ExternalId id : this.kind.externalIds(details)) {
			R holder = holder(id);
			if (holder != null && isAnother(holder, record)) {
				throw taken(holder, details, id);
			}
		}
		this.checks.forEach((check) -> check.check(candidate));
	}

	private void checkNumberOfKeys(D details) {
		int most = this.kind.shape().mostKeys();
		if (this.kind.externalIds(details).size() > most) {
			throw ProblemException.invalid("/" + KeyedDetails.MEMBER, "invalid_length",
					"a %s can have at most %d external ids".formatted(this.kind.subject(), most));
		}
	}

	private boolean isAnother(R holder, @Nullable R record) {
		return record == null || !same(holder, record);
	}

	private boolean same(R one, R other) {
		return one.id().equals(other.id());
	}

	private ProblemException taken(R holder, D details, ExternalId id) {
		return ProblemException.heldBy(holder.id(), pointer(details, id),
				(holder.deleted() ? "%s belongs to a deleted %s, which can be restored" : "%s belongs to another %s")
					.formatted(id.key(), this.kind.subject()));
	}

	private String pointer(D details, ExternalId id) {
		return "/externalIds/" + this.kind.externalIds(details).indexOf(id);
	}

}
