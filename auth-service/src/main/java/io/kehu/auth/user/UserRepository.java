package io.kehu.auth.user;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.RecordRepository;

import org.springframework.data.jpa.repository.Query;

/**
 * Finds and stores users.
 */
interface UserRepository extends RecordRepository<User, UserView> {

	/** Returns the users with these names, including deleted ones. */
	List<User> findByUsernameIn(Collection<String> usernames);

	/** Counts the enabled holders of a role other than the given user. */
	@Query("""
			select count(user) from User user join user.roles role
			where role = :role and user.enabled and user.deletedAt is null and user.id <> :except""")
	long countAdmitted(String role, UUID except);

	@Override
	@Query(value = """
			select distinct u.* from users u join user_external_id x on x.user_id = u.id
			join unnest(cast(:systems as text[]), cast(:ids as text[])) as wanted (system, external_id)
			on x.system = wanted.system and x.external_id = wanted.external_id""", nativeQuery = true)
	List<User> findByExternalIds(String[] systems, String[] ids);

}
