package io.kehu.customer.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds the cases whose clocks are to be looked at, and those that move when customers
 * are merged.
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

	/** Returns the cases of a customer, including deleted ones. */
	@Query("select record from SupportCase record where record.customerId = :customer order by record.id")
	List<SupportCase> findOf(UUID customer);

	/**
	 * Returns the cases that left a customer in a merge and have not been moved since.
	 */
	@Query(value = """
			select c.* from support_case c join support_case_move m on m.case_id = c.id and m.to_customer = c.customer_id
			where m.from_customer = :customer order by c.id""",
			nativeQuery = true)
	List<SupportCase> findMovedFrom(UUID customer);

	@Modifying
	@Query(value = """
			insert into support_case_move (case_id, from_customer, to_customer)
			select id, customer_id, :survivor from support_case where customer_id = :customer
			on conflict (case_id, from_customer) do update set to_customer = excluded.to_customer""",
			nativeQuery = true)
	void recordMoves(UUID customer, UUID survivor);

	@Modifying
	@Query(value = "delete from support_case_move where from_customer = :customer", nativeQuery = true)
	void deleteMoves(UUID customer);

}
