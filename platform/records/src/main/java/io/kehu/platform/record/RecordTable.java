package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

/**
 * Finds and stores the records of one kind.
 *
 * @param <R> the entity
 */
final class RecordTable<R extends StoredRecord<?>> {

	private final EntityManager entities;

	private final Class<R> type;

	private final String table;

	private final @Nullable ExternalIdTable keys;

	RecordTable(EntityManager entities, Class<R> type, RecordShape shape) {
		this.entities = entities;
		this.type = type;
		this.table = shape.table();
		this.keys = shape.keys();
	}

	/** Returns a record, even if it is deleted. */
	Optional<R> find(UUID id) {
		return Optional.ofNullable(this.entities.find(this.type, id));
	}

	/** Returns a record that is not deleted. */
	Optional<R> findPresent(UUID id) {
		return find(id).filter((record) -> !record.deleted());
	}

	/** Returns the next records by id, including deleted ones, and locks them. */
	List<R> lockAfter(UUID id, int limit) {
		return this.entities
			.createQuery("select r from %s r where r.id > :id order by r.id".formatted(this.type.getSimpleName()),
					this.type)
			.setParameter("id", id)
			.setMaxResults(limit)
			.setLockMode(LockModeType.PESSIMISTIC_READ)
			.getResultList();
	}

	/**
	 * Returns which of these ids belong to records that are not deleted, and keeps other
	 * transactions from deleting or merging those until this one ends.
	 */
	@SuppressWarnings("unchecked")
	Set<UUID> lockPresent(Collection<UUID> ids) {
		return ids.isEmpty() ? Set.of() : Set.copyOf((List<UUID>) this.entities
			.createNativeQuery(
					"select r.id from %s r where r.id = any(:ids) and r.deleted_at is null order by r.id for share"
						.formatted(this.table),
					UUID.class)
			.setParameter("ids", ids.toArray(UUID[]::new))
			.getResultList());
	}

	/**
	 * Returns the records, including deleted ones, that have one of these values in an
	 * attribute.
	 */
	List<R> findBy(String attribute, Collection<?> values) {
		return values.isEmpty() ? List.of() : this.entities
			.createQuery("select r from %s r where r.%s in :values".formatted(this.type.getSimpleName(), attribute),
					this.type)
			.setParameter("values", values)
			.getResultList();
	}

	/**
	 * Returns the records, including deleted ones, that have one of these indexes of a
	 * sealed field.
	 * @param indexes in hexadecimal, separated by commas
	 */
	@SuppressWarnings("unchecked")
	List<R> findByIndex(String field, String indexes) {
		return indexes.isEmpty() ? List.of() : this.entities
			.createNativeQuery("select r.* from %s r where %s".formatted(this.table, indexed(field, ":indexes")),
					this.type)
			.setParameter("indexes", indexes)
			.getResultList();
	}

	/** Returns the condition that a sealed field has one of some indexes. */
	static String indexed(String field, String parameter) {
		// An array, which PostgreSQL looks up by the index of the table
		return "r.%s_index = any(array(select decode(code, 'hex') from unnest(string_to_array(%s, ',')) as codes (code)))"
			.formatted(RecordShape.snakeCase(field), parameter);
	}

	/**
	 * Returns the records, including deleted ones, that have one of these external ids.
	 */
	@SuppressWarnings("unchecked")
	List<R> findByExternalIds(Collection<ExternalId> ids) {
		return (ids.isEmpty() || this.keys == null) ? List.of()
				: this.entities.createNativeQuery(this.keys.query(this.table), this.type)
					.setParameter("systems", ids.stream().map(ExternalId::system).toArray(String[]::new))
					.setParameter("ids", ids.stream().map(ExternalId::id).toArray(String[]::new))
					.getResultList();
	}

	/**
	 * Returns the record, even if it is deleted, with this external id or with this value
	 * of the unique field that can be used like one.
	 */
	<D, V extends Record & RecordView> Optional<R> findByKey(RecordKind<D, ? extends DetailedRecord<D, V>, V> kind,
			ExternalId key) {
		UniqueKey<D, ?> unique = kind.addressOf(key);
		return ((unique != null) ? findBy(unique.field(), List.of(key.id())) : findByExternalIds(List.of(key))).stream()
			.findFirst();
	}

	/**
	 * Returns whether a record is another one or below it, following the column of their
	 * parents.
	 */
	boolean isAtOrBelow(String parentColumn, UUID id, UUID other) {
		return (Boolean) this.entities
			.createNativeQuery("""
					with recursive above (id) as (
					    select cast(:id as uuid)
					    union
					    select r.%1$s from above join %2$s r on r.id = above.id where r.%1$s is not null)
					select exists (select 1 from above where id = :other)""".formatted(parentColumn, this.table),
					Boolean.class)
			.setParameter("id", id)
			.setParameter("other", other)
			.getSingleResult();
	}

	void persist(R record) {
		this.entities.persist(record);
	}

	/** Writes all changes to the database, which assigns the versions. */
	void flush() {
		this.entities.flush();
	}

}
