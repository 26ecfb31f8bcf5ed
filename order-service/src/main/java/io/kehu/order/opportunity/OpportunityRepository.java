package io.kehu.order.opportunity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds opportunities by their ids and by the leads that they came from.
 */
interface OpportunityRepository extends Repository<Opportunity, UUID> {

	Optional<Opportunity> findById(UUID id);

	/** Returns and locks opportunities, including deleted ones. */
	@Query(value = "select * from opportunity where id in (:ids) order by id for update", nativeQuery = true)
	List<Opportunity> hold(Collection<UUID> ids);

	/** Returns and locks the opportunities of a lead that are not deleted. */
	@Query(value = """
			select * from opportunity where lead_id = :lead and deleted_at is null order by id for update""",
			nativeQuery = true)
	List<Opportunity> holdOfLead(UUID lead);

	boolean existsById(UUID id);

	Opportunity save(Opportunity added);

}
