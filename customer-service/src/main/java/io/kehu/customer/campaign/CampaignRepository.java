package io.kehu.customer.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds campaigns for the service itself.
 */
interface CampaignRepository extends Repository<Campaign, UUID> {

	Optional<Campaign> findById(UUID id);

	/** Returns running campaigns whose e-mails were all handled. */
	@Query(value = """
			select c.id from campaign c where c.status = 'RUNNING' and c.deleted_at is null
			and not exists (select 1 from campaign_message m where m.campaign_id = c.id
			and m.status in ('QUEUED', 'SENDING')) order by c.id limit :most""", nativeQuery = true)
	List<UUID> findHandled(int most);

	/** Holds a running campaign until the transaction ends. */
	@Query(value = "select * from campaign where id = :id and status = 'RUNNING' for update skip locked",
			nativeQuery = true)
	Optional<Campaign> holdRunning(UUID id);

}
