package io.kehu.auth.right;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.kehu.auth.BootstrapLock;
import io.kehu.auth.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds the permissions that services announce to the catalogue, and grants them to
 * built-in roles by rule. A permission is never removed because it is no longer
 * announced, and a scope that roles may rely on is never lost.
 */
@Component
class CatalogueGrowth {

	private static final Logger logger = LoggerFactory.getLogger(CatalogueGrowth.class);

	private static final String GRANT = """
			with granted as (
				insert into role_permissions (role_id, permission, scope)
				select r.id, p.name, 'ALL' from roles r join permissions p
					on r.gains = 'ALL' or r.gains = 'READ' and p.name like '%:read'
				union
				select r.id, p.name, l.scope from roles r join role_permissions l on l.role_id = r.id
					join permissions p on l.permission = p.granted_like || ':' || split_part(p.name, ':', 2)
				where r.gains = 'LIKE' and (p.scoped or l.scope = 'ALL')
				on conflict do nothing
				returning role_id)
			update roles set version = version + 1, updated_at = now() where id in (select role_id from granted)
			returning name""";

	private final JdbcClient jdbc;

	private final BootstrapLock lock;

	private final AuditLog audit;

	CatalogueGrowth(JdbcClient jdbc, BootstrapLock lock, AuditLog audit) {
		this.jdbc = jdbc;
		this.lock = lock;
		this.audit = audit;
	}

	/**
	 * Adds all permissions of a service. Those that are not valid or whose resource
	 * belongs to another service are refused.
	 */
	void learn(String service, Collection<LearntPermission> announced) {
		this.lock.run(() -> {
			List<LearntPermission> accepted = announced.stream()
				.filter((permission) -> isAcceptable(service, permission))
				.toList();
			List<String> added = accepted.stream().filter(this::add).map((one) -> String.valueOf(one.name())).toList();
			this.jdbc
				.sql("""
						update permissions set announced = (name = any(cast(:names as text[])))
						where split_part(name, ':', 1) in (select resource from permission_owners where service = :service)""")
				.param("names", accepted.stream().map(LearntPermission::name).toArray(String[]::new))
				.param("service", service)
				.update();
			Set<String> roles = grant();
			if (!added.isEmpty() || !roles.isEmpty()) {
				this.audit.append("permission.announced", null,
						Map.of("service", service, "permissions", added, "roles", roles));
			}
		});
	}

	private boolean isAcceptable(String service, LearntPermission permission) {
		if (!permission.isValid()) {
			logger.error("{} announces a permission that is not valid: {}", service, permission);
			return false;
		}
		this.jdbc
			.sql("insert into permission_owners (resource, service) values (:resource, :service)"
					+ " on conflict do nothing")
			.param("resource", permission.resource())
			.param("service", service)
			.update();
		String owner = this.jdbc.sql("select service from permission_owners where resource = :resource")
			.param("resource", permission.resource())
			.query(String.class)
			.single();
		if (!owner.equals(service)) {
			logger.error("{} announces the permission {}, which is refused: it belongs to {}", service,
					permission.name(), owner);
		}
		return owner.equals(service);
	}

	/** Returns whether the permission is new. */
	private boolean add(LearntPermission permission) {
		return this.jdbc.sql("""
				insert into permissions as known (name, description, scoped, granted_like)
				values (:name, :description, :scoped, :like)
				on conflict (name) do update set description = excluded.description,
					scoped = known.scoped or excluded.scoped, granted_like = excluded.granted_like
				returning old.name is null""")
			.param("name", permission.name())
			.param("description", permission.description())
			.param("scoped", permission.scoped())
			.param("like", permission.grantedLike())
			.query(Boolean.class)
			.single();
	}

	/** Repeats the rules, since a permission can be granted like one just granted. */
	private Set<String> grant() {
		Set<String> roles = new TreeSet<>();
		List<String> gaining;
		do {
			gaining = this.jdbc.sql(GRANT).query(String.class).list();
			roles.addAll(gaining);
		}
		while (!gaining.isEmpty());
		return roles;
	}

}
