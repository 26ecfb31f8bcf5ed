package io.kehu.auth.right;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the current rights of users and clients, with one query each.
 */
@Component
public class RightsReader {

	/** Joins the roles that still exist from a query {@code held (role)}. */
	private static final String ROLES = """
			array(select r.name from held join roles r on r.name = held.role and r.deleted_at is null)""";

	/** Selects the grants of these roles. */
	private static final String GRANTS = """
			array(select rp.permission || ':' || lower(rp.scope) from held
			      join roles r on r.name = held.role and r.deleted_at is null
			      join role_permissions rp on rp.role_id = r.id)""";

	/** Selects the teams, including those below, from a query {@code placed (id)}. */
	private static final String TEAMS = """
			array(with recursive seen (id) as (
			          select t.id from placed join teams t on t.id = placed.id and t.deleted_at is null
			          union
			          select t.id from seen join teams t on t.parent_id = seen.id and t.deleted_at is null)
			      select id::text from seen)""";

	private static final String OF_USER = """
			with held (role) as (select role from user_roles where user_id = :id),
			     placed (id) as (select team_id from team_members where user_id = :id)
			select u.username as name, %s as roles, %s as grants, %s as teams
			from users u where u.id = :id and u.enabled and u.deleted_at is null""".formatted(ROLES, GRANTS, TEAMS);

	private static final String OF_CLIENT = """
			with held (role) as (select role from client_roles where client_id = :id),
			     placed (id) as (select null::uuid)
			select c.client_id as name, %s as roles, %s as grants, %s as teams
			from oauth2_registered_client c where c.client_id = :id""".formatted(ROLES, GRANTS, TEAMS);

	private static final String OF_PARTNER = """
			with client as (select * from api_clients where client_id = :id and enabled and deleted_at is null),
			     held (role) as (select role from api_client_roles r join client on client.id = r.api_client_id),
			     placed (id) as (select team_id from api_client_teams t join client on client.id = t.api_client_id)
			select client_id as name, %s as roles, %s as grants, %s as teams, permissions
			from client""".formatted(ROLES, GRANTS, TEAMS);

	private static final String OF_ROLES = """
			with held (role) as (select unnest(cast(:roles as text[]))),
			     placed (id) as (select unnest(cast(:teams as uuid[])))
			select '' as name, %s as roles, %s as grants, %s as teams""".formatted(ROLES, GRANTS, TEAMS);

	/** The prefix of the client ids of partner clients. */
	public static final String PARTNER = "client-";

	private final JdbcClient jdbc;

	RightsReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns a user with their rights, or nothing if they may not log in.
	 */
	public Optional<Holder> ofUser(UUID id) {
		return this.jdbc.sql(OF_USER).param("id", id).query(RightsReader::read).optional();
	}

	/**
	 * Returns a built-in client with its rights, or nothing if it doesn't exist.
	 */
	public Optional<Holder> ofClient(String clientId) {
		return this.jdbc.sql(OF_CLIENT).param("id", clientId).query(RightsReader::read).optional();
	}

	/**
	 * Returns a partner client with its rights, or nothing if it may not be used.
	 */
	public Optional<Holder> ofPartner(String clientId) {
		return this.jdbc.sql(OF_PARTNER).param("id", clientId).query((row, number) -> {
			Holder holder = read(row, number);
			return new Holder(holder.name(), holder.rights().within(grants(row.getArray("permissions"))));
		}).optional();
	}

	/**
	 * Returns the rights of these roles in these teams.
	 */
	public Rights of(Collection<String> roles, Collection<UUID> teams) {
		return this.jdbc.sql(OF_ROLES)
			.param("roles", roles.toArray(String[]::new))
			.param("teams", teams.toArray(UUID[]::new))
			.query(RightsReader::read)
			.single()
			.rights();
	}

	private static Holder read(ResultSet row, int number) throws SQLException {
		return new Holder(row.getString("name"), Rights.of(strings(row.getArray("roles")),
				grants(row.getArray("grants")), strings(row.getArray("teams"))));
	}

	private static List<Grant> grants(Array array) throws SQLException {
		return strings(array).stream().map(Grant::parse).toList();
	}

	private static List<String> strings(Array array) throws SQLException {
		return Arrays.asList((String[]) array.getArray());
	}

}
