package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
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

	/** Returns which of these ids belong to records that are not deleted. */
	Set<UUID> findPresentIds(Collection<UUID> ids) {
		return this.entities
			.createQuery("select r.id from %s r where r.id in :ids and r.deletedAt is null"
				.formatted(this.type.getSimpleName()), UUID.class)
			.setParameter("ids", ids)
			.getResultStream()
			.collect(Collectors.toSet());
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
