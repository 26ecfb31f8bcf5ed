package io.kehu.order.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Compares roll-ups and stored changes to what follows from all orders.
 */
@Repository
class SalesVerification {

	static final int MOST = 20;

	private static final String COMPARE = """
			with side (dimension, grain, period, member, currency, orders, lines, quantity, revenue, sign) as (
			select f.dimension, f.grain, f.period, f.member, t.currency, t.orders, t.lines, t.quantity, t.revenue, 1
			from sales_truth t cross join lateral
			sales_places(t.day, t.product_id, t.customer_id, t.owner_id, t.team_id) as f where t.day between ? and ?
			union all select f.dimension, f.grain, f.period, f.member, t.currency, t.orders, t.lines, t.quantity,
			t.revenue, -1 from sales_delta t cross join lateral
			sales_places(t.day, t.product_id, t.customer_id, t.owner_id, t.team_id) as f where t.day between ? and ?
			union all select dimension, grain, period, member, currency, orders, lines, quantity, revenue, -1
			from sales_rollup where period between ? and ?)
			select dimension, grain, period, member, currency,
			coalesce(sum(orders) filter (where sign = 1), 0) as orders,
			coalesce(sum(orders) filter (where sign = -1), 0) as kept_orders,
			coalesce(sum(revenue) filter (where sign = 1), 0) as revenue,
			coalesce(sum(revenue) filter (where sign = -1), 0) as kept_revenue, count(*) over () as total
			from side group by 1, 2, 3, 4, 5
			having sum(orders * sign) <> 0 or sum(lines * sign) <> 0 or sum(quantity * sign) <> 0 or sum(revenue * sign) <> 0
			order by 1, 2, 3, 4, 5 limit ?""";

	private final JdbcTemplate jdbc;

	SalesVerification(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Compares the figures of whole months, in one snapshot.
	 * @param from the first day of a month
	 * @param to the last day of a month
	 */
	Comparison compare(LocalDate from, LocalDate to) {
		long[] total = new long[1];
		List<FigureDifference> differences = this.jdbc.query(COMPARE, (row, number) -> {
			total[0] = row.getLong("total");
			return new FigureDifference(SalesDimension.valueOf(row.getString("dimension")),
					SalesInterval.valueOf(row.getString("grain")), row.getObject("period", LocalDate.class),
					row.getObject("member", UUID.class), row.getString("currency"), row.getLong("orders"),
					row.getLong("kept_orders"), row.getBigDecimal("revenue"), row.getBigDecimal("kept_revenue"));
		}, from, to, from, to, from, to, MOST);
		return new Comparison(from, to, differences.isEmpty(), total[0], differences);
	}

	/**
	 * The result of a comparison.
	 *
	 * @param from the first day of the compared months
	 * @param to their last day
	 * @param different the number of figures that differ
	 * @param differences the first of them
	 */
	record Comparison(LocalDate from, LocalDate to, boolean matches, long different,
			List<FigureDifference> differences) {
	}

	/**
	 * A figure that differs.
	 *
	 * @param orders as follows from the orders
	 * @param keptOrders as kept
	 */
	record FigureDifference(SalesDimension dimension, SalesInterval grain, LocalDate period, @Nullable UUID member,
			String currency, long orders, long keptOrders, BigDecimal revenue, BigDecimal keptRevenue) {
	}

}
