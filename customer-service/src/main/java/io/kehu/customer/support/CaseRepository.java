package io.kehu.customer.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds the cases whose clocks are to be looked at.
 */
interface CaseRepository extends Repository<SupportCase, UUID> {

	Optional<SupportCase> findById(UUID id);

	/** Returns cases with something to report, those that have waited longest first. */
	@Query(value = """
			select id from support_case where next_check_at <= :now and deleted_at is null
			order by next_check_at, id limit :most""", nativeQuery = true)
	List<UUID> findDue(Instant now, int most);

	/** Returns the agreement of a case. */
	@Query(value = "select agreement_id from support_case where id = :id", nativeQuery = true)
	Optional<UUID> findAgreement(UUID id);

	/** Holds a case with something to report until the transaction ends. */
	@Query(value = """
			select * from support_case where id = :id and next_check_at <= :now and deleted_at is null
			for update skip locked""", nativeQuery = true)
	Optional<SupportCase> hold(UUID id, Instant now);

}
