package io.kehu.platform.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.kehu.platform.access.Ownerships;
import io.kehu.platform.json.Replacement;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.web.Preconditions;
import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The records of one kind, addressed by their external ids. Changes create the record if
 * it does not exist.
 */
final class KeyedRecords<D, R extends DetailedRecord<D, V>, V extends Record & RecordView> {

	private final RecordKind<D, R, V> kind;

	private final RecordTools tools;

	private final RecordTable<R> table;

	private final RecordGuard<R, V> guard;

	private final RecordReading<R, V> reading;

	private final RecordWriter<D, R, V> writer;

	KeyedRecords(RecordKind<D, R, V> kind, RecordTools tools, RecordTable<R> table, RecordGuard<R, V> guard,
			RecordReading<R, V> reading, RecordWriter<D, R, V> writer) {
		this.kind = kind;
		this.tools = tools;
		this.table = table;
		this.guard = guard;
		this.reading = reading;
		this.writer = writer;
	}

	/**
	 * Returns the id of the record with this external id, even if it is deleted.
	 * @throws ProblemException if it does not exist or is not visible to the caller
	 */
	UUID find(ExternalId key) {
		check(key);
		return this.tools.transactions()
			.read(() -> this.table.findByKey(this.kind, key)
				.map(DetailedRecord::id)
				.filter(this.guard::visible)
				.orElseThrow(() -> ProblemException.notFound(this.kind.subject(), key.key())));
	}

	/**
	 * Changes the record with this external id to these details. Other keys in the
	 * details do not select a record: a record that holds them is a conflict.
	 * @param preconditions are checked for the record or its absence
	 * @param body the details; it may also contain the other fields of the record as they
	 * were read
	 * @throws ProblemException if the external id or the details are not valid
	 */
	Upserted<V> put(ExternalId key, Preconditions preconditions, JsonNode body) {
		check(key);
		Replacement<D> replacement = this.tools.json().replacement(body, this.kind.details(), this.kind.view());
		D keyed = this.kind.keyed(key, replacement.details());
		return changed(key, body, () -> {
			R record = this.guard.withoutNames(() -> present(key));
			if (record == null) {
				preconditions.checkAbsent();
				replacement.check(null);
				return new Upserted<>(this.writer.insert(keyed), true);
			}
			checkExpected(record, keyed, preconditions);
			replacement.check(this.reading.complete(record.view()));
			D before = record.details();
			D kept = Ownerships.keeping(this.kind.keeping(keyed, this.kind.externalIds(record)), before);
			return new Upserted<>(this.writer.change(record, before, kept), false);
		});
	}

	/**
	 * Changes the record with this external id by a merge patch. A record that does not
	 * exist is created from the members of the patch. The external id remains, even if
	 * the patch contains other ones.
	 * @param preconditions are checked for the record or its absence
	 * @throws ProblemException if the external id or the result is not valid
	 */
	Upserted<V> patch(ExternalId key, Preconditions preconditions, JsonNode patch) {
		check(key);
		return changed(key, patch, () -> {
			R record = this.guard.withoutNames(() -> present(key));
			if (record == null) {
				preconditions.checkAbsent();
				Replacement<D> created = this.tools.json()
					.created(this.kind.withAddress(key, patch), this.kind.details(), this.kind.view());
				created.check(null);
				return new Upserted<>(this.writer.insert(this.kind.keyed(key, created.details())), true);
			}
			D before = record.details();
			checkExpected(record, before, preconditions);
			D merged = this.tools.json()
				.merge(before, this.kind.view(), () -> this.reading.complete(record.view()), patch,
						this.kind.details());
			return new Upserted<>(this.writer.change(record, before, this.kind.keyed(key, merged)), false);
		});
	}

	private @Nullable R present(ExternalId key) {
		R record = this.table.findByKey(this.kind, key).orElse(null);
		if (record != null && record.deleted()) {
			throw ProblemException.heldBy(record.id(), this.kind.pointer(key),
					"%s belongs to a deleted %s, which can be restored".formatted(key.key(), this.kind.subject()));
		}
		return record;
	}

	/** Access comes first, so that a precondition reveals nothing. */
	private void checkExpected(R record, D keyed, Preconditions preconditions) {
		this.guard.rights(List.of(record.id())).checkKnown(record.id(), keyed);
		preconditions.check(record.version());
	}

	private Upserted<V> changed(ExternalId key, JsonNode body, Supplier<Upserted<V>> work) {
		return this.kind.lookup().around(body, () -> this.tools.transactions().change(() -> {
			this.tools.locks().lock(this.kind.subject() + ":" + key.key());
			return work.get();
		}));
	}

	/** Returns which records, including deleted ones, have some of these external ids. */
	Map<ExternalId, UUID> holders(Collection<ExternalId> ids) {
		Map<ExternalId, UUID> holders = new HashMap<>();
		this.table.findByExternalIds(ids)
			.forEach((record) -> this.kind.externalIds(record).forEach((id) -> holders.put(id, record.id())));
		holders.keySet().retainAll(Set.copyOf(ids));
		return holders;
	}

	private void check(ExternalId key) {
		Set<ConstraintViolation<ExternalId>> violations = this.tools.json().violations(key);
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(FieldErrors.of(violations));
		}
	}

}
