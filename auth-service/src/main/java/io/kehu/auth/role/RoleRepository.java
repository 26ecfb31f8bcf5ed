package io.kehu.auth.role;

import java.util.Collection;
import java.util.List;

import io.kehu.platform.record.RecordRepository;

import org.springframework.data.jpa.repository.Query;

/**
 * Finds and stores roles.
 */
interface RoleRepository extends RecordRepository<Role, RoleView> {

	/** The roles, deleted ones too, that are called so. */
	List<Role> findByNameIn(Collection<String> names);

	/** Whether a person or a program holds the role. */
	@Query(value = """
			select exists (select 1 from user_roles h join users u on u.id = h.user_id
			               where h.role = :role and u.deleted_at is null)
			    or exists (select 1 from client_roles h where h.role = :role)
			    or exists (select 1 from api_client_roles h join api_clients c on c.id = h.api_client_id
			               where h.role = :role and c.deleted_at is null)""", nativeQuery = true)
	boolean isHeld(String role);

	/** No other system knows a role. */
	@Override
	default List<Role> findByExternalIds(String[] systems, String[] ids) {
		return List.of();
	}

}
