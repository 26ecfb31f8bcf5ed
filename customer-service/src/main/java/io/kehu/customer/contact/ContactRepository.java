package io.kehu.customer.contact;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds the contacts that move when customers are merged.
 */
interface ContactRepository extends Repository<Contact, UUID> {

	/** Returns the contacts of a customer, including deleted ones. */
	@Query("select contact from Contact contact where contact.customerId = :customer order by contact.id")
	List<Contact> findOf(UUID customer);

	/**
	 * Returns the contacts that left a customer in a merge and have not been moved since.
	 */
	@Query(value = """
			select c.* from contact c join contact_move m on m.contact_id = c.id and m.to_customer = c.customer_id
			where m.from_customer = :customer order by c.id""", nativeQuery = true)
	List<Contact> findMovedFrom(UUID customer);

	@Modifying
	@Query(value = """
			insert into contact_move (contact_id, from_customer, to_customer)
			select id, customer_id, :survivor from contact where customer_id = :customer
			on conflict (contact_id, from_customer) do update set to_customer = excluded.to_customer""",
			nativeQuery = true)
	void recordMoves(UUID customer, UUID survivor);

	@Modifying
	@Query(value = "delete from contact_move where from_customer = :customer", nativeQuery = true)
	void deleteMoves(UUID customer);

}
