package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Restriction;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Checks {@link Access} on behalf of the service of one kind of record, and keeps
 * refusals from revealing records that the caller may not see.
 *
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
final class RecordGuard<R extends StoredRecord<V>, V extends RecordView> {

	private final Access access;

	private final Class<R> type;

	private final String subject;

	RecordGuard(Access access, Class<R> type, String subject) {
		this.access = access;
		this.type = type;
		this.subject = subject;
	}

	Restriction visible(String alias) {
		return this.access.restriction(this.type, AccessLevel.READ, alias);
	}

	/** Returns the condition that selects records whose personal data are not masked. */
	Restriction clear(String alias) {
		Guarded guarded = this.type.getAnnotation(Guarded.class);
		return (guarded == null || guarded.personal().isEmpty()) ? Restriction.NONE
				: this.access.covered(this.type, guarded.personal(), alias);
	}

	String subject() {
		return this.subject;
	}

	Class<R> type() {
		return this.type;
	}

	boolean restricted(AccessLevel level) {
		return this.access.restricted(this.type, level);
	}

	/** Reads a record if the caller may see it. */
	Optional<V> read(UUID id) {
		return this.access.read(this.type, id, StoredRecord::view);
	}

	/**
	 * Checks that a change of owner or team does not reveal personal data to the caller.
	 */
	void checkMove(UUID id, Object before, Object after) {
		this.access.personal().checkChange(this.type, id, before, after);
	}

	void check(AccessLevel level, UUID id) {
		this.access.check(this.type, level, id, this.subject);
	}

	/**
	 * Runs a lookup. If the caller may not see the conflicting record, a conflict names
	 * only the field in question, without any detail of that record.
	 */
	<T extends @Nullable Object> T withoutNames(Supplier<T> lookup) {
		try {
			return lookup.get();
		}
		catch (ProblemException ex) {
			throw (ex.status() == HttpStatus.CONFLICT && !visible(ex)) ? taken(
					ex.errors().stream().map(FieldError::pointer).filter(Objects::nonNull).findFirst().orElse("")) : ex;
		}
	}

	/** Returns whether the caller may see a record, even if it is deleted. */
	boolean visible(UUID id) {
		return this.access.visible(this.type, id);
	}

	private boolean visible(ProblemException conflict) {
		if (!restricted(AccessLevel.READ)) {
			return true;
		}
		List<UUID> named = conflict.errors().stream().map(FieldError::recordId).filter(Objects::nonNull).toList();
		return !named.isEmpty() && named.size() == conflict.errors().size()
				&& this.access.reach(this.type, AccessLevel.READ, named).keySet().containsAll(named);
	}

	void checkWithoutNames(Runnable lookup) {
		this.<@Nullable Object>withoutNames(() -> {
			lookup.run();
			return null;
		});
	}

	/**
	 * Creates a conflict that names only the field, so that refusals concerning hidden
	 * records cannot be told apart.
	 */
	private static ProblemException taken(@Nullable String pointer) {
		return ProblemException.conflict((pointer != null) ? pointer.replaceFirst("/\\d+$", "") : "", "conflict",
				"is taken");
	}

	/**
	 * Returns the ids of the existing records that the caller may refer to.
	 * @param present selects and locks those that exist
	 */
	Set<UUID> referable(Collection<UUID> ids, AccessLevel level, Function<Collection<UUID>, Set<UUID>> present) {
		return present.apply(restricted(level) ? this.access.reachPresent(this.type, level, ids).keySet() : ids);
	}

	/** Returns the rights of the caller on these records. */
	Rights rights(Collection<UUID> ids) {
		return new Rights(restricted(AccessLevel.CHANGE)
				? this.access.reach(this.type, AccessLevel.CHANGE, Set.copyOf(ids)) : null);
	}

	/**
	 * Returns the rights of the caller on the existing records that a chunk refers to.
	 */
	<D> Rights rights(List<D> items, Function<D, @Nullable R> lookup) {
		return restricted(AccessLevel.CHANGE) ? rights(items.stream()
			.map((details) -> found(details, lookup))
			.flatMap(Optional::stream)
			.map(StoredRecord::id)
			.distinct()
			.toList()) : new Rights(null);
	}

	private static <D, R> Optional<R> found(D details, Function<D, @Nullable R> lookup) {
		try {
			return Optional.ofNullable(lookup.apply(details));
		}
		catch (ProblemException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The rights of the caller on records that were looked up by their keys.
	 */
	static final class Rights {

		private final @Nullable Map<UUID, Boolean> changeable;

		private Rights(@Nullable Map<UUID, Boolean> changeable) {
			this.changeable = changeable;
		}

		/**
		 * Checks that the caller may change one of the records.
		 * @throws ProblemException with status 409 if the caller may not see the record,
		 * or 403 if the caller may see but not change it
		 */
		void checkKnown(UUID id, Object details) {
			if (this.changeable == null) {
				return;
			}
			Boolean allowed = this.changeable.get(id);
			if (allowed == null) {
				throw taken((details instanceof KeyedDetails<?>) ? "/externalIds" : "");
			}
			if (!allowed) {
				throw Access.forbidden();
			}
		}

	}

}
