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
 * Finds and stores records that other systems know too.
 *
 * @param <R> the entity
 * @param <V> how others see it
 */
@NoRepositoryBean
public interface RecordRepository<R extends StoredRecord<V>, V extends RecordView> extends JpaRepository<R, UUID> {

	@Query("select record from #{#entityName} record where record.id = :id and record.deletedAt is null")
	Optional<R> findPresent(UUID id);

	/** Reads a record for others to see. */
	@Transactional(readOnly = true)
	default Optional<V> findPresentView(UUID id) {
		return findPresent(id).map(StoredRecord::view);
	}

	/**
	 * The records, deleted ones too, that have one of these external ids, given pairwise.
	 */
	List<R> findByExternalIds(String[] systems, String[] ids);

	/**
	 * The records, deleted ones too, that have one of these external ids, by one query.
	 */
	default List<R> findByExternalIds(Collection<ExternalId> ids) {
		return ids.isEmpty() ? List.of()
				: findByExternalIds(ids.stream().map(ExternalId::system).toArray(String[]::new),
						ids.stream().map(ExternalId::id).toArray(String[]::new));
	}

	/**
	 * Makes those who name the same key wait for each other until the transaction ends.
	 */
	@Query(value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 2))) as locked",
			nativeQuery = true)
	int lock(String key);

}
