package io.kehu.customer.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds and stores customers.
 */
interface CustomerRepository extends JpaRepository<Customer, UUID> {

	@Query("select customer from Customer customer where customer.id = :id and customer.deletedAt is null")
	Optional<Customer> findPresent(UUID id);

	/** Reads a customer for others to see. */
	@Transactional(readOnly = true)
	default Optional<CustomerView> findPresentView(UUID id) {
		return findPresent(id).map(Customer::view);
	}

	@Query("select customer.id from Customer customer where customer.id in :ids and customer.deletedAt is null")
	Set<UUID> findPresentIds(Collection<UUID> ids);

	/**
	 * The customers, deleted ones too, that have one of these external ids, given
	 * pairwise.
	 */
	@Query(value = """
			select distinct c.* from customer c join customer_external_id x on x.customer_id = c.id
			join unnest(cast(:systems as text[]), cast(:ids as text[])) as wanted (system, external_id)
			on x.system = wanted.system and x.external_id = wanted.external_id""", nativeQuery = true)
	List<Customer> findByExternalIds(String[] systems, String[] ids);

	/**
	 * Makes upserts of one external id wait for each other until the transaction ends.
	 */
	@Query(value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 2))) as locked",
			nativeQuery = true)
	int lock(String key);

}
