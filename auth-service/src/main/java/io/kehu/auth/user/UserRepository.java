package io.kehu.auth.user;

import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Counts and locks administrators.
 */
interface UserRepository extends Repository<User, UUID> {

	/** Counts the enabled holders of a role other than the given user. */
	@Query("""
			select count(user) from User user join user.roles role
			where role = :role and user.enabled and user.deletedAt is null and user.id <> :except""")
	long countAdmitted(String role, UUID except);

	/**
	 * Makes other transactions that remove an administrator wait until this one ends.
	 */
	@Query(value = "select 1 from (select pg_advisory_xact_lock(hashtextextended('user:administrators', 2))) as locked",
			nativeQuery = true)
	int lockAdministrators();

}
