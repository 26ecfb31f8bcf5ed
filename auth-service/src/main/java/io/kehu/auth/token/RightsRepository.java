package io.kehu.auth.token;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds out what somebody may do at this moment.
 */
@Repository
class RightsRepository {

	private static final String OF_USER = """
			select u.username as name,
			       array(select r.name from user_roles ur join roles r on r.id = ur.role_id
			             where ur.user_id = u.id order by 1) as roles,
			       array(select distinct rp.permission from user_roles ur
			             join role_permissions rp on rp.role_id = ur.role_id where ur.user_id = u.id order by 1) as permissions,
			       array(select tm.team_id::text from team_members tm where tm.user_id = u.id) as teams
			from users u where u.id = :id and u.enabled""";

	private static final String OF_CLIENT = """
			select c.client_id as name,
			       array(select r.name from client_roles cr join roles r on r.id = cr.role_id
			             where cr.client_id = c.client_id order by 1) as roles,
			       array(select distinct rp.permission from client_roles cr
			             join role_permissions rp on rp.role_id = cr.role_id
			             where cr.client_id = c.client_id order by 1) as permissions,
			       array[]::text[] as teams
			from oauth2_registered_client c where c.client_id = :id""";

	private final JdbcClient jdbc;

	RightsRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the rights of a person, or nothing when they may not log in any more.
	 */
	Optional<Rights> ofUser(UUID id) {
		return this.jdbc.sql(OF_USER).param("id", id).query(RightsRepository::read).optional();
	}

	Optional<Rights> ofClient(String clientId) {
		return this.jdbc.sql(OF_CLIENT).param("id", clientId).query(RightsRepository::read).optional();
	}

	private static Rights read(ResultSet row, int number) throws SQLException {
		return new Rights(row.getString("name"), strings(row.getArray("roles")), strings(row.getArray("permissions")),
				strings(row.getArray("teams")));
	}

	/**
	 * Returns a list of the kind that Spring Security stores with an authorization.
	 */
	private static List<String> strings(Array array) throws SQLException {
		return new ArrayList<>(List.of((String[]) array.getArray()));
	}

}
