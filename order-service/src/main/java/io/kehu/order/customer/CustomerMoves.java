package io.kehu.order.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Knows which customers' orders have to follow a merge, or the undoing of one. What is to
 * be done follows from the replica alone, so it may be done at any time and again.
 */
@Repository
public class CustomerMoves {

	/**
	 * After all orders have followed, one that was being taken meanwhile may still come:
	 * one more look is taken when nobody can be at it any more.
	 */
	private static final Duration SECOND_LOOK = Duration.ofMinutes(5);

	private static final String ADD = """
			insert into customer_move (customer_id, due_at, looks) select id, ?, 0 from unnest(?::uuid[]) as id
			order by id on conflict (customer_id) do update set due_at = excluded.due_at, looks = 0""";

	private static final String MOVED = "select distinct from_customer from order_move where from_customer = any(?)";

	/**
	 * Events of two customers may come in any order, and each say it ended in the other.
	 */
	private static final String NEXT = """
			select m.customer_id, r.merged_into, s.merged_into is not null from customer_move m join customer_replica r on r.id = m.customer_id
			left join customer_replica s on s.id = r.merged_into
			where m.due_at <= ? and s.merged_into is distinct from r.id
			order by m.due_at limit 1 for update of m skip locked""";

	private static final String LOOKED = """
			update customer_move set due_at = ?, looks = looks + 1 where customer_id = ? and looks = 0""";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	CustomerMoves(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Takes customers as they are now: some merged, some no longer. */
	void follow(Collection<CustomerSeen> customers) {
		add(customers.stream().filter((customer) -> customer.mergedInto() != null).map(CustomerSeen::id).toList());
		List<UUID> others = customers.stream()
			.filter((customer) -> customer.mergedInto() == null)
			.map(CustomerSeen::id)
			.toList();
		if (!others.isEmpty()) {
			add(this.jdbc.queryForList(MOVED, UUID.class, (Object) others.toArray(UUID[]::new)));
		}
	}

	/** Has the orders of these customers looked at, from now on. */
	public void add(Collection<UUID> customers) {
		if (!customers.isEmpty()) {
			this.jdbc.update(ADD, Timestamp.from(this.clock.instant()), customers.toArray(UUID[]::new));
		}
	}

	/**
	 * Returns the next customer whose orders have to move; nobody else gets it before the
	 * transaction has ended.
	 */
	public Optional<Move> next() {
		return this.jdbc
			.query(NEXT,
					(row, number) -> new Move(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
							row.getBoolean(3)),
					Timestamp.from(this.clock.instant()))
			.stream()
			.findFirst();
	}

	/** Notes that all orders have moved. */
	public void moved(UUID customer) {
		Instant later = this.clock.instant().plus(SECOND_LOOK);
		if (this.jdbc.update(LOOKED, Timestamp.from(later), customer) == 0) {
			this.jdbc.update("delete from customer_move where customer_id = ?", customer);
		}
	}

	/**
	 * What has to be done.
	 *
	 * @param customer whose orders have to move
	 * @param survivor to whom, or null when they have to come back
	 * @param onward whether the survivor was merged, too
	 */
	public record Move(UUID customer, @Nullable UUID survivor, boolean onward) {
	}

}
