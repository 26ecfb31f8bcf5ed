package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Restriction;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.VisibleRecords;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the hierarchies of customers.
 */
@Repository
class CustomerTrees {

	private static final int MOST = 1000;

	private final EntityManager entities;

	private final VisibleRecords visible;

	private final RecordStore<CustomerDetails, Customer, CustomerView> customers;

	CustomerTrees(EntityManager entities, @Qualifier("customers") VisibleRecords visible,
			RecordStore<CustomerDetails, Customer, CustomerView> customers) {
		this.entities = entities;
		this.visible = visible;
		this.customers = customers;
	}

	/**
	 * Returns the group of a customer.
	 * @throws io.kehu.platform.problem.ProblemException 404 if there is no such customer
	 * for the caller
	 */
	@Transactional(readOnly = true)
	public CustomerTree of(UUID id) {
		this.customers.get(id);
		Restriction restriction = this.visible.visible("r");
		Query query = this.entities.createNativeQuery(tree(restriction.sql()), Tuple.class).setParameter("id", id);
		restriction.parameters().forEach(query::setParameter);
		List<CustomerTree.Node> nodes = ((List<?>) query.getResultList()).stream()
			.map((row) -> node((Tuple) row))
			.toList();
		return new CustomerTree(nodes.subList(0, Math.min(MOST, nodes.size())), nodes.size() > MOST);
	}

	/** Follows parents that the caller may not see, too, but does not return them. */
	private static String tree(String visible) {
		return """
				with recursive above (id, parent_id, height) as (
				    select id, parent_id, 0 from customer where id = :id
				    union all
				    select c.id, c.parent_id, a.height + 1 from customer c join above a on c.id = a.parent_id
				    where a.height < 1000),
				tree (id, depth) as (
				    (select id, 0 from above order by height desc limit 1)
				    union all
				    select c.id, t.depth + 1 from customer c join tree t on c.parent_id = t.id
				    where c.deleted_at is null and t.depth < 1000)
				select r.id as id, r.parent_id as parent, t.depth as depth, r.name as name, r.kind as kind, r.status as status
				from (select id, depth from tree limit 10000) t join customer r on r.id = t.id
				where r.deleted_at is null and %s order by t.depth, r.name collate "und-x-icu", r.id limit 1001"""
			.formatted(visible);
	}

	private static CustomerTree.Node node(Tuple row) {
		return new CustomerTree.Node(row.get("id", UUID.class), row.get("parent", UUID.class),
				row.get("depth", Integer.class), row.get("name", String.class),
				CustomerKind.valueOf(row.get("kind", String.class)),
				CustomerStatus.valueOf(row.get("status", String.class)));
	}

}
