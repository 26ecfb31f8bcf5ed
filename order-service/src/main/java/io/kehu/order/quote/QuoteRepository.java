package io.kehu.order.quote;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds quotes by their ids.
 */
interface QuoteRepository extends Repository<Quote, UUID> {

	/** Returns and locks quotes, including deleted ones. */
	@Query(value = "select * from quote where id in (:ids) order by id for update", nativeQuery = true)
	List<Quote> hold(Collection<UUID> ids);

}
