package io.kehu.auth.role;

import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Answers questions about the use of roles.
 */
interface RoleRepository extends Repository<Role, UUID> {

	/** Returns whether a user or client has the role. */
	@Query(value = """
			select exists (select 1 from user_roles h join users u on u.id = h.user_id
			               where h.role = :role and u.deleted_at is null)
			    or exists (select 1 from client_roles h where h.role = :role)
			    or exists (select 1 from api_client_roles h join api_clients c on c.id = h.api_client_id
			               where h.role = :role and c.deleted_at is null)""", nativeQuery = true)
	boolean isHeld(String role);

}
