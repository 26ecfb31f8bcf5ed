package io.kehu.order.report;

import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds the stored changes to the roll-ups, one instance at a time. A change is removed
 * and added by one statement, so that every report contains it exactly once.
 */
@Component
class SalesRollups {

	private static final Logger log = LoggerFactory.getLogger(SalesRollups.class);

	static final int CHUNK = 20_000;

	private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('sales_rollup', 0))";

	private static final String TAKE = """
			with taken as (delete from sales_delta where id in (select id from sales_delta order by id limit ?)
			returning day, currency, product_id, customer_id, owner_id, team_id, orders, lines, quantity, revenue),
			rolled as (insert into sales_rollup as r (dimension, grain, period, member, currency, orders, lines, quantity,
			revenue) select f.dimension, f.grain, f.period, f.member, t.currency, sum(t.orders), sum(t.lines),
			sum(t.quantity), sum(t.revenue) from taken t cross join lateral
			sales_places(t.day, t.product_id, t.customer_id, t.owner_id, t.team_id) as f
			group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
			on conflict (dimension, grain, period, member, currency) do update set orders = r.orders + excluded.orders,
			lines = r.lines + excluded.lines, quantity = r.quantity + excluded.quantity,
			revenue = r.revenue + excluded.revenue)
			select count(*) from taken""";

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	SalesRollups(JdbcTemplate jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/** Adds all changes that have been stored. */
	@Scheduled(fixedDelayString = "PT5S")
	void rollUp() {
		try {
			long taken = CHUNK;
			while (taken == CHUNK && !Thread.currentThread().isInterrupted()) {
				taken = Objects.requireNonNull(this.transactions.execute((transaction) -> take()));
			}
		}
		catch (DataAccessException ex) {
			log.warn("Changes of orders could not be rolled up; this is retried: {}", ex.getMessage());
		}
	}

	private Long take() {
		return Boolean.TRUE.equals(this.jdbc.queryForObject(LOCK, Boolean.class))
				? Objects.requireNonNull(this.jdbc.queryForObject(TAKE, Long.class, CHUNK)) : 0L;
	}

}
