package io.kehu.auth.right;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.auth.audit.AuditLog;
import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The existing permissions, roles and teams.
 */
@Component
public class Catalogue {

	private final JdbcClient jdbc;

	private final AuditLog audit;

	Catalogue(JdbcClient jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * Returns all permissions ordered by name, never null.
	 */
	public List<Permission> permissions() {
		return this.jdbc.sql("""
				select name, description, scoped, service, announced from permissions
				left join permission_owners on resource = split_part(name, ':', 1) order by name""")
			.query(Permission.class)
			.list();
	}

	/**
	 * Removes a permission that its service has given up, also from built-in roles.
	 * @throws ProblemException if there is no such permission, its service announces it,
	 * or other roles or clients have it
	 */
	@Transactional
	public void remove(String name) {
		Permission permission = permissions().stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> ProblemException.notFound("permission", name));
		if (permission.announced()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "announced",
					"The permission is announced by %s.".formatted(permission.service()));
		}
		if (isHeld(name)) {
			throw ProblemException.of(HttpStatus.CONFLICT, "in-use",
					"The permission is still granted to roles or clients.");
		}
		this.jdbc.sql("delete from role_permissions where permission = :name").param("name", name).update();
		this.jdbc.sql("delete from permissions where name = :name").param("name", name).update();
		this.audit.append("permission.removed", null, Map.of("permission", name));
	}

	private boolean isHeld(String name) {
		return this.jdbc.sql("""
				select exists (select from role_permissions p join roles r on r.id = p.role_id
					where p.permission = :name and not r.built_in)
				or exists (select from api_clients c, unnest(c.permissions) as held
					where held = :name or held like :name || ':%')""")
			.param("name", name)
			.query(Boolean.class)
			.single();
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
