package io.kehu.auth.role;

import java.util.Collection;
import java.util.List;

import io.kehu.platform.record.RecordRepository;

import org.springframework.data.jpa.repository.Query;

/**
 * Finds and stores roles.
 */
interface RoleRepository extends RecordRepository<Role, RoleView> {

	/** Returns the roles with these names, including deleted ones. */
	List<Role> findByNameIn(Collection<String> names);

	/** Returns whether a user or client has the role. */
	@Query(value = """
			select exists (select 1 from user_roles h join users u on u.id = h.user_id
			               where h.role = :role and u.deleted_at is null)
			    or exists (select 1 from client_roles h where h.role = :role)
			    or exists (select 1 from api_client_roles h join api_clients c on c.id = h.api_client_id
			               where h.role = :role and c.deleted_at is null)""", nativeQuery = true)
	boolean isHeld(String role);

	/** Returns an empty list: roles have no external ids. */
	@Override
	default List<Role> findByExternalIds(String[] systems, String[] ids) {
		return List.of();
	}

}
