package io.kehu.customer.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.customer.customer.CustomerHistory;
import io.kehu.customer.figures.VisibleOrders;
import io.kehu.platform.access.Restriction;
import io.kehu.platform.record.VisibleRecords;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/**
 * Reads the timeline of a customer from the tables of its parts, each by an index and up
 * to the length of the page. The caller must be able to see the customer.
 */
@Repository
class TimelineStore {

	private static final String ACTIVITIES = """
			select r.timeline_at as at, 4 as rank, r.id as id, cast(0 as bigint) as version, 0 as step,
			jsonb_build_object('kind', lower(r.kind), 'subject', r.subject, 'visibility', lower(r.visibility),
			'direction', lower(r.direction), 'ownerId', r.owner_id, 'contactId', r.contact_id, 'dueAt', r.due_at,
			'completedAt', r.completed_at) as data
			from activity r where r.customer_id = :customer and r.deleted_at is null""";

	private static final String CASES = """
			select r.created_at as at, 3 as rank, r.id as id, cast(0 as bigint) as version, 0 as step,
			jsonb_build_object('number', r.number, 'subject', r.subject, 'status', lower(r.status),
			'priority', lower(r.priority), 'assigneeId', r.assignee_id) as data
			from support_case r where r.customer_id = :customer and r.deleted_at is null""";

	private static final String ORDERS = """
			select cast(r.order_date as timestamp) at time zone 'UTC' as at, 2 as rank, r.order_id as id,
			cast(0 as bigint) as version, 0 as step, jsonb_build_object('number', r.number, 'orderDate', r.order_date,
			'status', r.status, 'total', case when r.amount is not null then
			jsonb_build_object('amount', cast(r.amount as text), 'currency', r.currency) end) as data
			from customer_order r where r.customer_id = :customer and not r.deleted""";

	private static final String MERGES = """
			select r.merged_at as at, 1 as rank, r.id as id, cast(0 as bigint) as version, 0 as step,
			jsonb_build_object('merged', to_jsonb(array(select s.customer_id from customer_merge_step s
			where s.merge_id = r.id and s.role = 'MERGED' order by s.position)), 'mergedBy', r.merged_by,
			'undoneAt', r.undone_at) as data
			from customer_merge r where r.survivor_id = :customer""";

	private static final String CAMPAIGNS = """
			select r.sent_at as at, 5 as rank, r.id as id, cast(0 as bigint) as version, 0 as step,
			jsonb_build_object('campaignId', c.id, 'code', c.code, 'name', c.name, 'step', r.step,
			'status', lower(r.status), 'contactId', r.contact_id, 'openedAt', r.opened_at, 'clickedAt', r.clicked_at)
			as data from campaign_message r join campaign c on c.id = r.campaign_id
			where r.customer_id = :customer and r.sent_at is not null""";

	private static final String CHANGES = """
			select r.at as at, 0 as rank, r.record_id as id, r.version as version, r.step as step,
			cast(null as jsonb) as data from history r where r.record_id = :customer and r.kind = :kind""";

	private final EntityManager entities;

	private final VisibleRecords activities;

	private final VisibleRecords cases;

	private final VisibleOrders orders;

	TimelineStore(EntityManager entities, @Qualifier("activities") VisibleRecords activities,
			@Qualifier("cases") VisibleRecords cases, VisibleOrders orders) {
		this.entities = entities;
		this.activities = activities;
		this.cases = cases;
		this.orders = orders;
	}

	/** Returns entries of these kinds that come after a position, the latest first. */
	List<Row> find(UUID customer, Collection<TimelineKind> kinds, TimelinePosition after, int limit) {
		Map<String, Object> parameters = new HashMap<>();
		String union = kinds.stream()
			.map((kind) -> "(" + part(kind, parameters) + ")")
			.collect(Collectors.joining(" union all "));
		Query query = this.entities.createNativeQuery(
				"select e.at, e.rank, e.id, e.version, e.step, cast(e.data as text) as data from (" + union
						+ ") e order by e.at desc, e.rank desc, e.id desc, e.version desc, e.step desc limit :limit",
				Tuple.class)
			.setParameter("customer", customer)
			.setParameter("at", after.at())
			.setParameter("rank", after.rank())
			.setParameter("id", after.id())
			.setParameter("version", after.version())
			.setParameter("step", after.step())
			.setParameter("limit", limit);
		parameters.forEach(query::setParameter);
		return ((List<?>) query.getResultList()).stream().map((row) -> Row.of((Tuple) row)).toList();
	}

	private String part(TimelineKind kind, Map<String, Object> parameters) {
		return switch (kind) {
			case ACTIVITY -> page(ACTIVITIES, this.activities.visible("r"), "r.timeline_at", kind, parameters);
			case CASE -> page(CASES, this.cases.visible("r"), "r.created_at", kind, parameters);
			case ORDER ->
				page(ORDERS + " and r.order_date <= cast(cast(:at as timestamptz) at time zone 'UTC' as date)",
						this.orders.restriction("r"), "cast(r.order_date as timestamp) at time zone 'UTC'", kind,
						parameters);
			case CAMPAIGN -> page(CAMPAIGNS, Restriction.NONE, "r.sent_at", kind, parameters);
			case MERGE -> page(MERGES, Restriction.NONE, "r.merged_at", kind, parameters);
			case CHANGE -> {
				parameters.put("kind", CustomerHistory.KIND);
				yield page(CHANGES, Restriction.NONE, "r.at", kind, parameters);
			}
		};
	}

	/**
	 * Selects what comes after the position. The first condition is the one that an index
	 * serves.
	 */
	private static String page(String select, Restriction visible, String at, TimelineKind kind,
			Map<String, Object> parameters) {
		parameters.putAll(visible.parameters());
		String key = switch (kind) {
			case ACTIVITY, CASE, MERGE, CAMPAIGN -> "r.id, 0, 0";
			case ORDER -> "r.order_id, 0, 0";
			case CHANGE -> "r.record_id, r.version, r.step";
		};
		String order = switch (kind) {
			case ACTIVITY, CASE, MERGE, CAMPAIGN -> at + " desc, r.id desc";
			case ORDER -> "r.order_date desc, r.order_id desc";
			case CHANGE -> at + " desc, r.version desc, r.step desc";
		};
		return "%s and %s and %s <= :at and (%3$s, %d, %s) < (:at, :rank, :id, :version, :step) order by %s limit :limit"
			.formatted(select, visible.sql(), at, kind.rank(), key, order);
	}

	/**
	 * An entry with its position.
	 *
	 * @param data what the entry shows, in JSON; empty for a change, which is in the
	 * history
	 */
	record Row(TimelinePosition position, TimelineKind kind, String data) {

		static Row of(Tuple row) {
			int rank = row.get("rank", Integer.class);
			String data = row.get("data", String.class);
			return new Row(
					new TimelinePosition(row.get("at", Instant.class), rank, row.get("id", UUID.class),
							row.get("version", Long.class), row.get("step", Integer.class)),
					TimelineKind.ofRank(rank), (data != null) ? data : "");
		}

	}

}
