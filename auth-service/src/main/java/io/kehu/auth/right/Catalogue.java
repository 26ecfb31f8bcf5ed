package io.kehu.auth.right;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The existing permissions, roles and teams.
 */
@Component
public class Catalogue {

	private final JdbcClient jdbc;

	Catalogue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns all permissions ordered by name, never null.
	 */
	public List<Permission> permissions() {
		return this.jdbc.sql("select name, description, scoped from permissions order by name")
			.query(Permission.class)
			.list();
	}

	/**
	 * Returns those of the given roles and teams that exist.
	 */
	public Grantable find(Collection<String> roles, Collection<UUID> teams) {
		Set<String> presentRoles = this.jdbc
			.sql("select name from roles where deleted_at is null and name = any(cast(:names as text[]))")
			.param("names", roles.toArray(String[]::new))
			.query(String.class)
			.set();
		Set<UUID> presentTeams = this.jdbc
			.sql("select id from teams where deleted_at is null and id = any(cast(:ids as uuid[]))")
			.param("ids", teams.toArray(UUID[]::new))
			.query(UUID.class)
			.set();
		return new Grantable(presentRoles, presentTeams,
				permissions().stream().collect(Collectors.toMap(Permission::name, Function.identity())));
	}

}
