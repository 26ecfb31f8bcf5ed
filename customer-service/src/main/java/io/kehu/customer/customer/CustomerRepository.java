package io.kehu.customer.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Finds customers in their hierarchy and those that take part in merges.
 */
interface CustomerRepository extends JpaRepository<Customer, UUID> {

	/**
	 * Makes other merges of these customers wait until the transaction ends. Customers
	 * are locked in the order of their ids, so that no two merges wait for each other.
	 */
	@Query(value = "select id from customer where id in (:ids) order by id for update", nativeQuery = true)
	List<UUID> lockAll(Collection<UUID> ids);

	@Query("""
			select customer from Customer customer where customer.parentId in :parents and customer.id not in :parents
			and customer.deletedAt is null order by customer.id""")
	List<Customer> findChildren(Collection<UUID> parents);

	@Query("select customer.id from Customer customer where customer.id in :ids and customer.mergedInto = :survivor")
	Set<UUID> findMergedInto(UUID survivor, Collection<UUID> ids);

	/** Returns the survivor of a merged customer, across any number of merges. */
	@Query(value = """
			with recursive way (id) as (select merged_into from customer where id = :id and merged_into is not null
			union select c.merged_into from customer c join way w on c.id = w.id where c.merged_into is not null)
			select w.id from way w join customer c on c.id = w.id where c.merged_into is null""", nativeQuery = true)
	Optional<UUID> findSurvivor(UUID id);

	/** Returns whether any of these is the customer itself or above it. */
	@Query(value = """
			with recursive above (id) as (select cast(:id as uuid)
			union select c.parent_id from customer c join above a on c.id = a.id where c.parent_id is not null)
			select exists (select 1 from above where id in (:ids))""", nativeQuery = true)
	boolean isAbove(Collection<UUID> ids, UUID id);

}
