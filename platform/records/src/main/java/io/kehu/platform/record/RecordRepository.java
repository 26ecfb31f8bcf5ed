package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repository of records that may have external ids.
 *
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
@NoRepositoryBean
public interface RecordRepository<R extends StoredRecord<V>, V extends RecordView> extends JpaRepository<R, UUID> {

	@Query("select record from #{#entityName} record where record.id = :id and record.deletedAt is null")
	Optional<R> findPresent(UUID id);

	/** Returns the view of a record that is not deleted. */
	@Transactional(readOnly = true)
	default Optional<V> findPresentView(UUID id) {
		return findPresent(id).map(StoredRecord::view);
	}

	/**
	 * Returns the records, including deleted ones, that have one of these external ids;
	 * systems and ids are paired by position.
	 */
	List<R> findByExternalIds(String[] systems, String[] ids);

	/**
	 * Returns the records, including deleted ones, that have one of these external ids,
	 * using a single query.
	 */
	default List<R> findByExternalIds(Collection<ExternalId> ids) {
		return ids.isEmpty() ? List.of()
				: findByExternalIds(ids.stream().map(ExternalId::system).toArray(String[]::new),
						ids.stream().map(ExternalId::id).toArray(String[]::new));
	}

	/**
	 * Locks a key until the end of the transaction: other transactions that lock the same
	 * key wait.
	 */
	@Query(value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 2))) as locked",
			nativeQuery = true)
	int lock(String key);

}
