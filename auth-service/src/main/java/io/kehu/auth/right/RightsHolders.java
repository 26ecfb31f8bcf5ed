package io.kehu.auth.right;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the token subjects whose rights change with a role or the team tree.
 */
@Component
public class RightsHolders {

	/** The members of a team or of a team above it. */
	private static final String ABOVE = """
			with recursive above (id) as (
			    select cast(:team as uuid)
			    union
			    select t.parent_id from above join teams t on t.id = above.id where t.parent_id is not null),
			member (subject, role) as (
			    select m.user_id::text, ur.role from above join team_members m on m.team_id = above.id
			    left join user_roles ur on ur.user_id = m.user_id
			    union
			    select c.client_id, cr.role from above join api_client_teams ct on ct.team_id = above.id
			    join api_clients c on c.id = ct.api_client_id left join api_client_roles cr on cr.api_client_id = c.id)
			""";

	private final JdbcClient jdbc;

	RightsHolders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the holders of a role.
	 */
	public List<String> ofRole(String role) {
		return this.jdbc.sql("""
				select user_id::text from user_roles where role = :role
				union select client_id from client_roles where role = :role
				union select c.client_id from api_client_roles cr join api_clients c on c.id = cr.api_client_id
				where cr.role = :role""").param("role", role).query(String.class).list();
	}

	/**
	 * Returns those who can see the records of a team: its members and those of the teams
	 * above it.
	 */
	public List<String> aboveTeam(@Nullable UUID team) {
		return this.jdbc.sql(ABOVE + "select distinct subject from member")
			.param("team", team)
			.query(String.class)
			.list();
	}

	/**
	 * Returns the rights of members of a team, or of those above, on the records of a
	 * team that is moved below it.
	 */
	public Rights reachedFrom(@Nullable UUID team, UUID other) {
		List<Grant> grants = this.jdbc.sql(ABOVE + """
				select distinct rp.permission from member join roles r on r.name = member.role and r.deleted_at is null
				join role_permissions rp on rp.role_id = r.id and rp.scope = 'TEAM'""")
			.param("team", team)
			.query(String.class)
			.stream()
			.map((permission) -> new Grant(permission, PermissionScope.TEAM))
			.toList();
		return Rights.of(List.of(), grants, List.of(other.toString()));
	}

}
