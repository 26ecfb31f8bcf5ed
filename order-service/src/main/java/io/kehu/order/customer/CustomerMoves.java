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
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The customers whose orders have to be moved after a merge or after undoing one. What to
 * do follows from the replica alone, so it can be done at any time and repeated.
 */
@Repository
public class CustomerMoves {

	/**
	 * How long after the orders were moved they are checked again, for orders whose
	 * transaction had started earlier.
	 */
	private static final Duration SECOND_LOOK = Duration.ofMinutes(5);

	private static final String ADD = """
			insert into customer_move (customer_id, due_at, looks) select id, ?, 0 from unnest(?::uuid[]) as id
			order by id on conflict (customer_id) do update set due_at = excluded.due_at, looks = 0""";

	private static final String MOVED = "select distinct from_customer from order_move where from_customer = any(?)";

	/**
	 * Skips customers that seem to be merged into each other, because the events of two
	 * customers may arrive in any order.
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

	/** Schedules moves for customers that were merged, or whose merge was undone. */
	void follow(Collection<CustomerState> customers) {
		add(customers.stream().filter((customer) -> customer.mergedInto() != null).map(CustomerState::id).toList());
		List<UUID> others = customers.stream()
			.filter((customer) -> customer.mergedInto() == null)
			.map(CustomerState::id)
			.toList();
		if (!others.isEmpty()) {
			add(this.jdbc.queryForList(MOVED, UUID.class, new SqlArrayValue("uuid", others.toArray())));
		}
	}

	/** Schedules moves for these customers. */
	public void add(Collection<UUID> customers) {
		if (!customers.isEmpty()) {
			this.jdbc.update(ADD, Timestamp.from(this.clock.instant()), new SqlArrayValue("uuid", customers.toArray()));
		}
	}

	/**
	 * Returns the next move that is due, and locks it until the transaction ends.
	 */
	public Optional<Move> next() {
		return this.jdbc
			.query(NEXT,
					(row, number) -> new Move(row.getObject(1, UUID.class), row.getBoolean(3),
							row.getObject(2, UUID.class)),
					Timestamp.from(this.clock.instant()))
			.stream()
			.findFirst();
	}

	/** Records that all orders of a customer were moved. */
	public void moved(UUID customer) {
		Instant later = this.clock.instant().plus(SECOND_LOOK);
		if (this.jdbc.update(LOOKED, Timestamp.from(later), customer) == 0) {
			this.jdbc.update("delete from customer_move where customer_id = ?", customer);
		}
	}

	/**
	 * A move of all orders of a customer.
	 *
	 * @param customer the customer whose orders have to be moved
	 * @param onward whether the survivor was merged, too
	 * @param survivor the customer to move them to, or null to move them back
	 */
	public record Move(UUID customer, boolean onward, @Nullable UUID survivor) {
	}

}
