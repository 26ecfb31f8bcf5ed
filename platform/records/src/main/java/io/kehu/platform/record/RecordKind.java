package io.kehu.platform.record;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is specific to one kind of record.
 *
 * @param type the entity
 * @param make creates a record
 * @param permissions the permissions that its operations require
 * @param uniques the fields that identify a record, apart from external ids
 * @param addressedBy the unique field that can be used like an external id, or null
 * @param checks the checks of details before they are stored
 * @param intents the intents that controllers refer to, by their names
 * @param consequences called in the transaction of each change, after it has been stored
 * @param lookup what is looked up before the transaction of each change
 * @param completion fills in what details leave out
 */
record RecordKind<D, R extends DetailedRecord<D, V>, V extends Record & RecordView>(Class<R> type, RecordShape shape,
		BiFunction<D, Instant, R> make, RecordEvents events, RecordPermissions permissions,
		List<UniqueKey<D, R>> uniques, @Nullable UniqueKey<D, R> addressedBy, List<ChunkCheck<D>> checks,
		Map<String, Intent<? super R>> intents, List<Consumer<RecordChange>> consequences, OutsideLookup<D> lookup,
		DetailsCompletion<D> completion) {

	@SuppressWarnings("unchecked")
	Class<D> details() {
		return (Class<D>) this.shape.details();
	}

	@SuppressWarnings("unchecked")
	Class<V> view() {
		return (Class<V>) this.shape.view();
	}

	/**
	 * Returns the intent with this name.
	 * @throws IllegalStateException if it is not declared
	 */
	Intent<? super R> intent(String name) {
		Intent<? super R> intent = this.intents.get(name);
		if (intent == null) {
			throw new IllegalStateException("A %s has no intent %s".formatted(subject(), name));
		}
		return intent;
	}

	/**
	 * Returns details as they are to be stored: masks of personal data are replaced by
	 * values, and what was left out is filled in.
	 */
	D resolved(D details, @Nullable D before) {
		return this.completion.complete(PersonalData.of(details()).resolved(details, before), before);
	}

	String subject() {
		return this.events.subject();
	}

	/** Returns the members of details by which a record can be found. */
	Set<String> keyMembers() {
		Set<String> members = new HashSet<>();
		this.uniques.forEach((key) -> members.add(key.field()));
		if (keyed()) {
			members.add(KeyedDetails.MEMBER);
		}
		return members;
	}

	/** Only then two chunks can be known to concern different records. */
	boolean identifiedByExternalIds() {
		return keyed() && this.uniques.isEmpty();
	}

	boolean keyed() {
		return this.shape.keys() != null;
	}

	/** Returns the external ids in the details; empty if the kind has none. */
	List<ExternalId> externalIds(D details) {
		return (details instanceof KeyedDetails<?> keyed) ? keyed.externalIds() : List.of();
	}

	/** Returns the external ids of a record; empty if the kind has none. */
	Collection<ExternalId> externalIds(R record) {
		return (record instanceof Keyed keyed) ? keyed.externalIds() : List.of();
	}

	/** Returns a copy of the details that also has these external ids. */
	@SuppressWarnings("unchecked")
	D keeping(D details, Collection<ExternalId> present) {
		return (details instanceof KeyedDetails<?> keyed) ? (D) keyed.keeping(present) : details;
	}

	/**
	 * Returns the details of an upsert as they are to be stored. A unique field that
	 * addresses records must agree with the path.
	 * @param key the external id in the path
	 * @throws ProblemException if the path and the details contradict each other
	 */
	D keyed(ExternalId key, D details) {
		UniqueKey<D, R> unique = addressOf(key);
		if (unique == null) {
			return keeping(details, List.of(key));
		}
		if (!key.id().equals(Objects.toString(unique.wanted().apply(details)))) {
			throw ProblemException.invalid(unique.pointer(), "conflict", "differs from the one in the path");
		}
		return details;
	}

	/** Returns the unique field that an external id stands for, or null. */
	@Nullable UniqueKey<D, R> addressOf(ExternalId key) {
		UniqueKey<D, R> unique = this.addressedBy;
		return (unique != null && Address.system(unique.field()).equals(key.system())) ? unique : null;
	}

	/** Returns the member of the details that an external id belongs to. */
	String pointer(ExternalId key) {
		UniqueKey<D, R> unique = addressOf(key);
		return (unique != null) ? unique.pointer() : "/" + KeyedDetails.MEMBER;
	}

	/**
	 * Returns a patch that creates a record, with the unique field that the path names.
	 */
	JsonNode withAddress(ExternalId key, JsonNode patch) {
		UniqueKey<D, R> unique = addressOf(key);
		if (unique == null || !(patch instanceof ObjectNode members) || members.has(unique.field())) {
			return patch;
		}
		ObjectNode complete = members.deepCopy();
		return complete.put(unique.field(), key.id());
	}

}
