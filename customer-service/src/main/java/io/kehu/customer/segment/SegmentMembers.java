package io.kehu.customer.segment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.access.Restriction;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the members of segments, and publishes who joins and leaves. What a definition
 * selects at first, or after it was changed, is stored without an event for each member.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SegmentMembers {

	private static final Duration KEPT = Duration.ofMinutes(5);

	/** The members change one refresh after the other. */
	private static final String HOLD = """
			select version, refreshed_version from customer_segment where id = ? and deleted_at is null for update""";

	private static final String DUE = """
			select id from customer_segment where deleted_at is null and kind = 'DYNAMIC'
			and (refreshed_at is null or refreshed_at < ? or refreshed_version <> version)
			order by refreshed_at nulls first limit ?""";

	/** The most customers that join or leave by one statement, if they are announced. */
	private static final int MOST = 10_000;

	private final EntityManager entities;

	private final JdbcTemplate jdbc;

	private final Outbox outbox;

	private final Clock clock;

	SegmentMembers(EntityManager entities, JdbcTemplate jdbc, Outbox outbox, Clock clock) {
		this.entities = entities;
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Returns the dynamic segments that were changed, or not refreshed for a while. */
	List<UUID> due(int most) {
		return this.jdbc.queryForList(DUE, UUID.class, Timestamp.from(this.clock.instant().minus(KEPT)), most);
	}

	/** Returns the filter of a dynamic segment; empty if it was deleted since. */
	Optional<String> filter(UUID segment) {
		return this.jdbc
			.queryForList("select filter from customer_segment where id = ? and deleted_at is null", String.class,
					segment)
			.stream()
			.filter(Objects::nonNull)
			.findFirst();
	}

	/**
	 * Stores the customers that a segment selects as its members.
	 * @param matching selects them, with the alias {@code r}
	 */
	void refresh(UUID segment, Restriction matching) {
		Held held = this.jdbc
			.query(HOLD, (row, number) -> new Held(row.getLong(1), row.getLong(2), row.wasNull()), segment)
			.stream()
			.findFirst()
			.orElse(null);
		if (held == null) {
			return;
		}
		while (change(segment, matching, held.announced()) && held.announced()) {
			// The next ones
		}
		this.jdbc.update("update customer_segment set refreshed_at = ?, refreshed_version = ? where id = ?",
				Timestamp.from(this.clock.instant()), held.version(), segment);
	}

	/** Returns whether there can be more changes. */
	private boolean change(UUID segment, Restriction matching, boolean announced) {
		Instant now = this.clock.instant();
		Query query = this.entities.createNativeQuery(changes(matching.sql()), Tuple.class)
			.setParameter("segment", segment)
			.setParameter("now", now)
			.setParameter("announced", announced)
			.setParameter("most", announced ? MOST : Integer.MAX_VALUE);
		matching.parameters().forEach(query::setParameter);
		List<OutgoingEvent> events = new ArrayList<>();
		for (Object row : query.getResultList()) {
			Tuple change = (Tuple) row;
			events.add(
					Membership.of(segment, change.get("customer", UUID.class), change.get("member", Boolean.class), now)
						.toEvent());
		}
		this.outbox.appendAll(events);
		return events.size() >= MOST;
	}

	private static String changes(String condition) {
		return """
				with wanted as materialized (select r.id from customer r where %s),
				leaving as (select m.customer_id from segment_member m where m.segment_id = :segment
				and not exists (select 1 from wanted w where w.id = m.customer_id) limit :most),
				gone as (delete from segment_member m using leaving l where m.segment_id = :segment
				and m.customer_id = l.customer_id returning m.customer_id),
				joined as (insert into segment_member (segment_id, customer_id, since)
				select :segment, w.id, :now from wanted w where not exists (select 1 from segment_member m
				where m.segment_id = :segment and m.customer_id = w.id) limit :most
				on conflict do nothing returning customer_id)
				select customer_id as customer, true as member from joined where :announced
				union all select customer_id, false from gone where :announced""".formatted(condition);
	}

	/** Returns whether a customer meets a condition, with the alias {@code r}. */
	boolean meets(UUID customer, Restriction condition) {
		Query query = this.entities
			.createNativeQuery("select r.id from customer r where r.id = :customer and " + condition.sql(), UUID.class)
			.setParameter("customer", customer);
		condition.parameters().forEach(query::setParameter);
		return !query.getResultList().isEmpty();
	}

	/** Announces that a customer has joined or left a segment. */
	void publish(UUID segment, UUID customer, boolean member) {
		this.outbox.append(Membership.of(segment, customer, member, this.clock.instant()).toEvent());
	}

	/** Makes customers members of a static segment, except those that are. */
	void add(UUID segment, Collection<UUID> customers) {
		this.jdbc
			.queryForList("""
					insert into segment_member (segment_id, customer_id, since)
					select ?, customer, ? from unnest(?::uuid[]) as customer on conflict (segment_id, customer_id)
					do update set moved_from = null where segment_member.moved_from is not null
					returning case when xmax = 0 then customer_id end""", UUID.class, segment,
					Timestamp.from(this.clock.instant()), new SqlArrayValue("uuid", customers.toArray()))
			.stream()
			.filter(Objects::nonNull)
			.forEach((customer) -> publish(segment, customer, true));
	}

	/** Removes customers from a static segment, as far as they are members. */
	void remove(UUID segment, Collection<UUID> customers) {
		this.jdbc
			.queryForList("""
					delete from segment_member where segment_id = ? and customer_id = any(?) returning customer_id""",
					UUID.class, segment, new SqlArrayValue("uuid", customers.toArray()))
			.forEach((customer) -> publish(segment, customer, false));
	}

	/** Returns since when a customer is a member; empty if it is none. */
	Optional<Instant> since(UUID segment, UUID customer) {
		return this.jdbc
			.queryForList("select since from segment_member where segment_id = ? and customer_id = ?", Timestamp.class,
					segment, customer)
			.stream()
			.map(Timestamp::toInstant)
			.findFirst();
	}

	/** Returns when the members were stored; empty if they have not been yet. */
	Optional<Instant> refreshedAt(UUID segment) {
		return this.jdbc
			.queryForList("select refreshed_at from customer_segment where id = ? and refreshed_at is not null",
					Timestamp.class, segment)
			.stream()
			.map(Timestamp::toInstant)
			.findFirst();
	}

	/**
	 * A segment that no other transaction refreshes.
	 *
	 * @param refreshed the version of the definition that the members were selected by
	 * @param never whether none were selected yet
	 */
	private record Held(long version, long refreshed, boolean never) {

		boolean announced() {
			return !this.never && this.refreshed == this.version;
		}

	}

}
