package io.kehu.order.report;

import java.util.HashMap;
import java.util.Map;

import io.kehu.order.order.ReadableOrders;
import io.kehu.platform.access.Restriction;

import org.springframework.stereotype.Component;

/**
 * Chooses where the figures of a report are read: from roll-ups and the changes that they
 * do not contain yet, or from the orders that the caller may read.
 */
@Component
class SalesSource {

	private static final String SUMS = """
			sum(orders) as orders, sum(lines) as lines, sum(quantity) as quantity, sum(revenue) as revenue""";

	private static final String SOLD = """
			o.order_date between :from and :to and o.status in ('PLACED', 'CONFIRMED', 'COMPLETED')
			and o.deleted_at is null and\s""";

	private final ReadableOrders orders;

	SalesSource(ReadableOrders orders) {
		this.orders = orders;
	}

	/** Returns a query of the figures by period, member and currency. */
	Figures of(SalesQuery query) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("from", query.from());
		parameters.put("to", query.to());
		query.filters().forEach((dimension, member) -> parameters.put(dimension.toString(), member));
		if (rolledUp(query)) {
			return new Figures(rollups(query), parameters, true);
		}
		Restriction readable = this.orders.restriction("o");
		parameters.putAll(readable.parameters());
		return new Figures(orders(query, readable), parameters, false);
	}

	/**
	 * Roll-ups are for callers that may read all orders, have one dimension each, and
	 * contain customers by month only.
	 */
	private boolean rolledUp(SalesQuery query) {
		return !this.orders.restricted() && query.filters().keySet().stream().allMatch((one) -> one == dimension(query))
				&& query.filters().size() <= 1 && (dimension(query) != SalesDimension.CUSTOMER || byMonth(query));
	}

	/** A report on a single member can be read from its dimension. */
	private static SalesDimension dimension(SalesQuery query) {
		return (query.by() == SalesDimension.NONE && query.filters().size() == 1)
				? query.filters().keySet().iterator().next() : query.by();
	}

	private static boolean byMonth(SalesQuery query) {
		return query.wholeMonths() && query.interval().compareTo(SalesInterval.MONTH) >= 0;
	}

	private static String rollups(SalesQuery query) {
		SalesDimension dimension = dimension(query);
		boolean one = !query.filters().isEmpty();
		boolean total = query.by() == SalesDimension.NONE;
		SalesInterval grain = byMonth(query) ? SalesInterval.MONTH : SalesInterval.DAY;
		return """
				select period, member, currency, %2$s from (select %1$s as period, %9$s as member, currency, orders, lines, quantity, revenue from sales_rollup
				where dimension = '%3$s' and grain = '%4$s' and period between :from and :to%5$s
				union all select %10$s, %6$s, currency, orders, lines, quantity, revenue from sales_delta
				where (product_id is not null) = %7$s and day between :from and :to%8$s) as figure
				group by 1, 2, 3 having sum(orders) <> 0 or sum(lines) <> 0"""
			.formatted((query.interval() == grain) ? "period" : query.interval().sql("period"), SUMS, dimension.name(),
					grain.name(), one ? " and member = :" + dimension : "",
					total ? query.by().column() : dimension.column(), dimension == SalesDimension.PRODUCT,
					one ? " and %s = :%s".formatted(dimension.column(), dimension) : "",
					total ? query.by().column() : "member", query.interval().sql("day"));
	}

	private static String orders(SalesQuery query, Restriction readable) {
		boolean byProduct = query.by() == SalesDimension.PRODUCT;
		boolean ofProduct = query.filters().containsKey(SalesDimension.PRODUCT);
		StringBuilder conditions = new StringBuilder(SOLD).append(readable.sql());
		query.filters().keySet().forEach((dimension) -> {
			if (dimension != SalesDimension.PRODUCT || byProduct) {
				conditions.append(" and %s = :%s".formatted(dimension.ofOrder(), dimension));
			}
		});
		String period = query.interval().sql("o.order_date");
		if (byProduct) {
			return """
					select %s as period, l.product_id as member, o.currency as currency, count(distinct o.id) as orders,
					count(*) as lines, sum(l.quantity) as quantity, sum(l.total) as revenue from orders o
					join order_line l on l.order_id = o.id and l.order_date = o.order_date where %s group by 1, 2, 3"""
				.formatted(period, conditions);
		}
		conditions.append(ofProduct ? " and l.lines > 0" : "");
		return """
				select %1$s as period, %2$s as member, o.currency as currency, count(*) as orders, sum(l.lines) as lines,
				sum(l.quantity) as quantity, sum(l.revenue) as revenue from orders o cross join lateral (
				select count(*) as lines, coalesce(sum(l.quantity), 0) as quantity, coalesce(sum(l.total), 0) as revenue
				from order_line l where l.order_id = o.id and l.order_date = o.order_date%3$s) as l
				where %4$s group by 1, 2, 3"""
			.formatted(period, query.by().ofOrder(), ofProduct ? " and l.product_id = :product" : "", conditions);
	}

	/**
	 * A query of figures.
	 *
	 * @param rolledUp whether it reads roll-ups
	 */
	record Figures(String sql, Map<String, Object> parameters, boolean rolledUp) {
	}

}
