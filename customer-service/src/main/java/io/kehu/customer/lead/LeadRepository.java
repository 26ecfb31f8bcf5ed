package io.kehu.customer.lead;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds the leads whose conversions follow when customers are merged.
 */
interface LeadRepository extends Repository<Lead, UUID> {

	/** Returns the leads that were converted into a customer. */
	@Query(value = "select * from lead where customer_id = :customer order by id", nativeQuery = true)
	List<Lead> findOf(UUID customer);

	/** Returns the leads that left a customer in a merge and have not moved since. */
	@Query(value = """
			select l.* from lead l join lead_move m on m.lead_id = l.id and m.to_customer = l.customer_id
			where m.from_customer = :customer order by l.id""", nativeQuery = true)
	List<Lead> findMovedFrom(UUID customer);

	@Modifying
	@Query(value = """
			insert into lead_move (lead_id, from_customer, to_customer)
			select id, customer_id, :survivor from lead where customer_id = :customer
			on conflict (lead_id, from_customer) do update set to_customer = excluded.to_customer""",
			nativeQuery = true)
	void recordMoves(UUID customer, UUID survivor);

	@Modifying
	@Query(value = "delete from lead_move where from_customer = :customer", nativeQuery = true)
	void deleteMoves(UUID customer);

}
