package io.kehu.customer.customer;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.record.RecordRepository;

import org.springframework.data.jpa.repository.Query;

/**
 * Finds and stores customers.
 */
interface CustomerRepository extends RecordRepository<Customer, CustomerView> {

	@Query("select customer.id from Customer customer where customer.id in :ids and customer.deletedAt is null")
	Set<UUID> findPresentIds(Collection<UUID> ids);

	@Override
	@Query(value = """
			select distinct c.* from customer c join customer_external_id x on x.customer_id = c.id
			join unnest(cast(:systems as text[]), cast(:ids as text[])) as wanted (system, external_id)
			on x.system = wanted.system and x.external_id = wanted.external_id""", nativeQuery = true)
	List<Customer> findByExternalIds(String[] systems, String[] ids);

}
