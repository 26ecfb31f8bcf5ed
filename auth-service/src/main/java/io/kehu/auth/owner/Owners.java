package io.kehu.auth.owner;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.kehu.auth.audit.AuditLog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which service each resource belongs to. A resource belongs to the first service
 * that announces it, until an administrator assigns it to another one.
 */
@Component
class Owners {

	/** A service that announces more would only occupy names. */
	private static final int MOST = 100;

	private static final String CLAIM = """
			with claimed as (
				insert into path_owners (resource, service)
				select wanted.resource, :service from unnest(cast(:resources as text[])) as wanted (resource)
				where wanted.resource ~ '^[a-z][a-z0-9-]{0,62}$'
				and (wanted.resource = :service or wanted.resource not like '%-service')
				and (select count(*) from path_owners o where o.service = :service) < :most
				on conflict do nothing
				returning resource, service)
			select resource, service, true as added from claimed
			union all
			select resource, service, false from path_owners where resource = any(cast(:resources as text[]))""";

	private static final String LIST = """
			select 'PATH' as kind, resource, service from path_owners
			union all select 'PERMISSION', resource, service from permission_owners
			order by kind, resource""";

	private final JdbcClient jdbc;

	private final AuditLog audit;

	Owners(JdbcClient jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * Gives a service the paths among these that belong to none.
	 * @return the owners of these paths; without those that are not valid
	 */
	@Transactional
	Map<String, String> claimPaths(String service, Collection<String> resources) {
		TreeSet<String> added = new TreeSet<>();
		Map<String, String> owners = new HashMap<>();
		this.jdbc.sql(CLAIM)
			.param("service", service)
			.param("resources", resources.toArray(String[]::new))
			.param("most", MOST)
			.query((row) -> {
				owners.put(row.getString("resource"), row.getString("service"));
				if (row.getBoolean("added")) {
					added.add(row.getString("resource"));
				}
			});
		if (!added.isEmpty()) {
			this.audit.append("path.claimed", null, Map.of("service", service, "paths", added));
		}
		return owners;
	}

	/** Returns all owners, ordered by kind and resource. */
	List<Owner> list() {
		return this.jdbc.sql(LIST).query(Owner.class).list();
	}

	/** Assigns a resource to a service, even before the service announces it. */
	@Transactional
	Owner assign(Owner.Kind kind, String resource, String service) {
		String before = this.jdbc.sql("""
				insert into %s as known (resource, service) values (:resource, :service)
				on conflict (resource) do update set service = excluded.service
				returning coalesce(old.service, '')""".formatted(kind.table()))
			.param("resource", resource)
			.param("service", service)
			.query(String.class)
			.single();
		if (!before.equals(service)) {
			this.audit.append("owner.assigned", null,
					Map.of("kind", kind.name(), "resource", resource, "from", before, "to", service));
		}
		return new Owner(kind, resource, service);
	}

}
