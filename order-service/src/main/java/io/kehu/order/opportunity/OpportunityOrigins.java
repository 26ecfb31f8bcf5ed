package io.kehu.order.opportunity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.RecordChange;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Remembers the customers that opportunities had before merges of customers.
 */
@Component
class OpportunityOrigins {

	/**
	 * Finds opportunities that are not at the survivor of their original customer, which
	 * is one of these customers or was merged into one.
	 */
	private static final String MISPLACED = """
			with recursive below (id) as (select unnest(?::uuid[])
			union select r.id from customer_replica r join below b on r.merged_into = b.id),
			way (origin, id) as (select id, id from below
			union select w.origin, r.merged_into from way w join customer_replica r on r.id = w.id
			where r.merged_into is not null),
			survivor as (select w.origin, w.id from way w join customer_replica r on r.id = w.id
			where r.merged_into is null)
			select o.id, s.origin, s.id as survivor from survivor s join opportunity o on o.customer_id = s.origin
			where o.customer_id <> s.id and not exists (select 1 from opportunity_origin x where x.opportunity_id = o.id)
			union all
			select o.id, s.origin, s.id from survivor s join opportunity_origin x on x.customer_id = s.origin
			join opportunity o on o.id = x.opportunity_id where o.customer_id <> s.id""";

	private static final String REMEMBER = """
			insert into opportunity_origin (opportunity_id, customer_id) select * from unnest(?::uuid[], ?::uuid[])""";

	private final JdbcTemplate jdbc;

	OpportunityOrigins(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns the opportunities that have to move because these customers changed. */
	List<Misplaced> findMisplaced(Collection<UUID> customers) {
		return this.jdbc.query(MISPLACED, (row, number) -> new Misplaced(row.getObject(1, UUID.class),
				row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
				new SqlArrayValue("uuid", customers.toArray()));
	}

	/** Remembers the origins of opportunities that have moved away from there. */
	void remember(Collection<Misplaced> moved) {
		List<UUID> away = new ArrayList<>();
		List<UUID> origins = new ArrayList<>();
		for (Misplaced one : moved) {
			if (!one.origin().equals(one.survivor())) {
				away.add(one.id());
				origins.add(one.origin());
			}
		}
		this.jdbc.update(REMEMBER, new SqlArrayValue("uuid", away.toArray()),
				new SqlArrayValue("uuid", origins.toArray()));
	}

	/** Forgets the origin of an opportunity that was given to another customer. */
	void changed(RecordChange change) {
		OpportunityView before = (OpportunityView) change.before();
		if (before != null
				&& !before.details().customerId().equals(((OpportunityView) change.after()).details().customerId())) {
			this.jdbc.update("delete from opportunity_origin where opportunity_id = ?", change.id());
		}
	}

	/**
	 * An opportunity at a customer that was merged, or whose merge was undone.
	 *
	 * @param origin its original customer
	 * @param survivor the customer where it belongs
	 */
	record Misplaced(UUID id, UUID origin, UUID survivor) {
	}

}
