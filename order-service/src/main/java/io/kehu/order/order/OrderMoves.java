package io.kehu.order.order;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.order.customer.CustomerMoves;
import io.kehu.platform.record.RecordChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reassigns orders to the survivor when their customer is merged, and back when the merge
 * is undone. It works in small transactions, so that any number of orders can be moved
 * and an interruption does no harm.
 */
@Component
class OrderMoves {

	private static final Logger log = LoggerFactory.getLogger(OrderMoves.class);

	static final int CHUNK = 200;

	private static final String ADD = """
			insert into order_move (order_id, from_customer, to_customer) select id, ?, ? from unnest(?::uuid[]) as id
			on conflict (order_id, from_customer) do update set to_customer = excluded.to_customer""";

	private static final String DELETE = """
			delete from order_move where from_customer = ? and order_id = any(?)""";

	/** Orders that came to a customer through an earlier merge may have to move on. */
	private static final String EARLIER = """
			select distinct from_customer from order_move where to_customer = ? and order_id = any(?)""";

	/** An order that was assigned to another customer later does not come back. */
	private static final String DELETE_LOST = """
			delete from order_move m where m.from_customer = ? and not exists (select 1 from order_move later
			where later.order_id = m.order_id and later.from_customer = m.to_customer)""";

	private final CustomerMoves moves;

	private final OrderRepository orders;

	private final OrderStore store;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	OrderMoves(CustomerMoves moves, OrderRepository orders, OrderStore store, JdbcTemplate jdbc,
			TransactionOperations transactions, Clock clock) {
		this.moves = moves;
		this.orders = orders;
		this.store = store;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Moves all orders that have to be moved. */
	@Scheduled(fixedDelayString = "PT1S")
	void moveAll() {
		try {
			boolean more = true;
			while (more && !Thread.currentThread().isInterrupted()) {
				more = Boolean.TRUE.equals(this.transactions.execute((transaction) -> moveSome()));
			}
		}
		catch (DataAccessException ex) {
			log.warn("Orders could not be moved to another customer; this is retried: {}", ex.getMessage());
		}
	}

	private boolean moveSome() {
		CustomerMoves.Move move = this.moves.next().orElse(null);
		if (move == null) {
			return false;
		}
		UUID survivor = move.survivor();
		int moved = (survivor != null) ? follow(move.customer(), survivor, move.onward()) : comeBack(move.customer());
		if (moved < CHUNK) {
			this.moves.moved(move.customer());
		}
		return true;
	}

	private int follow(UUID customer, UUID survivor, boolean onward) {
		List<Order> found = this.orders.findOf(customer, CHUNK);
		if (!found.isEmpty()) {
			assign(found, survivor);
			this.jdbc.update(ADD, customer, survivor, ids(found));
			this.moves.add(onward ? List.of(survivor) : List.of());
		}
		return found.size();
	}

	private int comeBack(UUID customer) {
		List<Order> found = this.orders.findMovedFrom(customer, CHUNK);
		if (!found.isEmpty()) {
			assign(found, customer);
			this.jdbc.update(DELETE, customer, ids(found));
			this.moves.add(this.jdbc.queryForList(EARLIER, UUID.class, customer, ids(found)));
		}
		if (found.size() < CHUNK) {
			this.jdbc.update(DELETE_LOST, customer);
		}
		return found.size();
	}

	private static SqlArrayValue ids(List<Order> orders) {
		return new SqlArrayValue("uuid", orders.stream().map(Order::id).toArray());
	}

	private void assign(List<Order> found, UUID customer) {
		Instant now = this.clock.instant();
		Map<Order, OrderView> before = new LinkedHashMap<>();
		found.forEach((order) -> before.put(order, order.view()));
		found.forEach((order) -> order.reassign(customer, now));
		this.store.flush();
		List<RecordChange> changes = before.entrySet()
			.stream()
			.map((one) -> OrderEvent.CHANGED.of(one.getValue(), one.getKey().view()))
			.toList();
		this.store.record(changes);
	}

}
