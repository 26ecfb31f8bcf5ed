package io.kehu.customer.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds the tasks to remind of, and the e-mails to deliver.
 */
interface ActivityRepository extends Repository<Activity, UUID> {

	Activity save(Activity activity);

	/** Returns tasks to remind of, those that have waited longest first. */
	@Query(value = """
			select id from activity where remind_at <= :now and deleted_at is null
			order by remind_at, id limit :most""", nativeQuery = true)
	List<UUID> findDue(Instant now, int most);

	/** Holds a task to remind of until the transaction ends. */
	@Query(value = """
			select * from activity where id = :id and remind_at <= :now and deleted_at is null
			for update skip locked""", nativeQuery = true)
	Optional<Activity> hold(UUID id, Instant now);

	/** Returns e-mails to deliver, those that have waited longest first. */
	@Query(value = """
			select id from activity where next_attempt_at <= :now and deleted_at is null
			order by next_attempt_at, id limit :most""", nativeQuery = true)
	List<UUID> findQueued(Instant now, int most);

	/** Holds an e-mail to deliver until the transaction ends. */
	@Query(value = """
			select * from activity where id = :id and next_attempt_at <= :now and deleted_at is null
			for update skip locked""", nativeQuery = true)
	Optional<Activity> holdQueued(UUID id, Instant now);

}
