package io.kehu.customer.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.customer.insight.model.ChurnRisk;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the purchases of customers, in chunks, so that no transaction takes long.
 */
@Repository
class PurchaseReading {

	/** Every id is greater. */
	private static final UUID START = new UUID(0, 0);

	private static final String SCOPE = """
			select currency, min(order_date) as first_day from customer_order
			where counted and order_date <= :day group by currency
			order by (currency is null), count(*) desc, currency""";

	/**
	 * The chunk is limited before customers are looked up, so that each chunk reads its
	 * part of the index only. Deleted customers are left out, and orders of customers
	 * that are unknown.
	 */
	private static final String CHUNK = """
			with purchase as (
				select customer_id, order_date as day, count(*) as orders,
					count(*) filter (where currency is distinct from :currency) as elsewhere,
					sum(amount) filter (where currency = :currency) as spent,
					row_number() over (partition by customer_id order by order_date) as number
				from customer_order
				where counted and order_date <= :day and customer_id > :after
				group by customer_id, order_date
			), chunk as (
				select customer_id, count(*) as purchases, min(day) as first_day, max(day) as last_day,
					sum(orders) as orders, sum(elsewhere) as elsewhere, coalesce(sum(spent), 0) as spent,
					count(spent) filter (where number > 1) as valued_repeats,
					coalesce(sum(spent) filter (where number > 1), 0) as repeat_spent,
					count(*) filter (where day > :day - :window) as recent,
					count(*) filter (where day > :day - 2 * :window and day <= :day - :window) as earlier,
					count(*) filter (where day <= :cut) as before_cut,
					max(day) filter (where day <= :cut) as last_before_cut
				from purchase group by customer_id order by customer_id limit :size
			)
			select chunk.*, exists (select from customer c where c.id = chunk.customer_id and c.deleted_at is null)
				as present
			from chunk order by customer_id""";

	private final JdbcClient jdbc;

	private final int size;

	PurchaseReading(JdbcClient jdbc, InsightProperties properties) {
		this.jdbc = jdbc;
		this.size = properties.chunk();
	}

	/**
	 * Returns what the orders until a day have in common, or an empty value without any.
	 */
	Optional<Scope> scope(LocalDate dataDay) {
		return this.jdbc.sql(SCOPE)
			.param("day", dataDay)
			.query((row, number) -> new Scope(dataDay, row.getObject(2, LocalDate.class), row.getString(1)))
			.list()
			.stream()
			.reduce((most, other) -> new Scope(dataDay,
					other.firstDay().isBefore(most.firstDay()) ? other.firstDay() : most.firstDay(), most.currency()));
	}

	/**
	 * Reads the next customers, in the order of their ids.
	 * @param after the last customer that was read before, or null for the first chunk
	 * @param cut the day until which purchases are counted separately
	 */
	Chunk read(Scope scope, @Nullable UUID after, LocalDate cut) {
		List<Row> rows = this.jdbc.sql(CHUNK)
			.param("currency", scope.currency())
			.param("day", scope.dataDay())
			.param("after", (after != null) ? after : START)
			.param("cut", cut)
			.param("window", ChurnRisk.WINDOW)
			.param("size", this.size)
			.query((row, number) -> Row.of(row))
			.list();
		List<Row> present = new ArrayList<>(rows);
		present.removeIf((row) -> !row.present());
		return new Chunk(present, rows.isEmpty() ? after : rows.get(rows.size() - 1).purchases().customerId(),
				rows.size() == this.size);
	}

	/**
	 * What the orders until a day have in common.
	 *
	 * @param firstDay the day of the first order
	 * @param currency the most frequent currency, or null if none is known
	 */
	record Scope(LocalDate dataDay, LocalDate firstDay, @Nullable String currency) {

		int days() {
			return CustomerPurchases.days(this.firstDay, this.dataDay);
		}

	}

	/**
	 * Some customers.
	 *
	 * @param last the last customer, including deleted ones
	 * @param more whether there may be more
	 */
	record Chunk(List<Row> rows, @Nullable UUID last, boolean more) {
	}

	/**
	 * The purchases of a customer, and those until a day before.
	 *
	 * @param lastBeforeCut the last purchase until that day, or null without any
	 */
	record Row(CustomerPurchases purchases, int beforeCut, @Nullable LocalDate lastBeforeCut, boolean present) {

		static Row of(ResultSet row) throws SQLException {
			return new Row(new CustomerPurchases(row.getObject("customer_id", UUID.class), row.getInt("purchases"),
					row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
					row.getInt("orders"), row.getInt("elsewhere"), row.getDouble("spent"), row.getInt("valued_repeats"),
					row.getDouble("repeat_spent"), row.getInt("recent"), row.getInt("earlier")),
					row.getInt("before_cut"), row.getObject("last_before_cut", LocalDate.class),
					row.getBoolean("present"));
		}

	}

}
