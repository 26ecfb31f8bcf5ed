package io.kehu.customer.insight;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.customer.insight.model.Outlook;
import io.kehu.customer.insight.model.RfmScore;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Stores the figures of customers.
 */
@Repository
class FigureStore {

	private static final int DELETED_AT_ONCE = 10_000;

	private static final List<Column> COLUMNS = List.of(
			new Column("customer_id", "uuid", (one) -> one.purchases().customerId()),
			new Column("purchases", "int4", (one) -> one.purchases().purchases()),
			new Column("first_day", "date", (one) -> Date.valueOf(one.purchases().firstDay())),
			new Column("last_day", "date", (one) -> Date.valueOf(one.purchases().lastDay())),
			new Column("orders", "int4", (one) -> one.purchases().orders()),
			new Column("orders_elsewhere", "int4", (one) -> one.purchases().ordersElsewhere()),
			new Column("spent", "float8", (one) -> one.purchases().spent()),
			new Column("valued_repeats", "int4", (one) -> one.purchases().valuedRepeats()),
			new Column("repeat_spent", "float8", (one) -> one.purchases().repeatSpent()),
			new Column("recent", "int4", (one) -> one.purchases().recent()),
			new Column("earlier", "int4", (one) -> one.purchases().earlier()),
			new Column("recency", "int2", (one) -> score(one, RfmScore::recency)),
			new Column("frequency", "int2", (one) -> score(one, RfmScore::frequency)),
			new Column("money", "int2", (one) -> score(one, RfmScore::money)),
			new Column("segment", "text", (one) -> score(one, (rfm) -> rfm.segment().name())),
			new Column("probability_alive", "float8", (one) -> expected(one, Outlook.Purchases::probabilityAlive)),
			new Column("expected_purchases", "float8", (one) -> expected(one, Outlook.Purchases::expected)),
			new Column("discounted_purchases", "float8", (one) -> expected(one, Outlook.Purchases::discounted)),
			new Column("expected_value", "float8", InsightFigures::expectedValue));

	private static final String STORE = "insert into customer_insight (fit_id, %s) select ?, * from unnest(%s)"
		.formatted(COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")),
				COLUMNS.stream().map((column) -> "?::" + column.type() + "[]").collect(Collectors.joining(", ")));

	/** One statement, since a later fit replaces the figures at any time. */
	private static final String FIND = """
			select f.*, i.* from insight_fit f left join customer_insight i on i.fit_id = f.id and i.customer_id = ?
			where f.status = 'completed' order by f.finished_at desc limit 1""";

	private static final String DELETE = """
			delete from customer_insight where ctid = any(array(
			select ctid from customer_insight where fit_id <> ? limit %d))""".formatted(DELETED_AT_ONCE);

	private final JdbcTemplate jdbc;

	private final FitStore fits;

	FigureStore(JdbcTemplate jdbc, FitStore fits) {
		this.jdbc = jdbc;
		this.fits = fits;
	}

	private static @Nullable Object score(InsightFigures figures, Function<RfmScore, Object> part) {
		return (figures.rfm() != null) ? part.apply(figures.rfm()) : null;
	}

	private static @Nullable Object expected(InsightFigures figures, Function<Outlook.Purchases, Object> part) {
		return (figures.outlook() != null) ? part.apply(figures.outlook()) : null;
	}

	void store(UUID fit, List<InsightFigures> figures) {
		Object[] arguments = new Object[COLUMNS.size() + 1];
		arguments[0] = fit;
		for (int place = 0; place < COLUMNS.size(); place++) {
			Column column = COLUMNS.get(place);
			arguments[place + 1] = new SqlArrayValue(column.type(), figures.stream().map(column.value()).toArray());
		}
		this.jdbc.update(STORE, arguments);
	}

	/**
	 * Deletes some of the figures of other fits and returns whether there may be more.
	 */
	boolean deleteOthers(UUID fit) {
		return this.jdbc.update(DELETE, fit) == DELETED_AT_ONCE;
	}

	/**
	 * Returns the fit that was completed last, with the figures of a customer; an empty
	 * value if there is none.
	 */
	Optional<Found> find(UUID customerId) {
		return this.jdbc.query(FIND, (row, number) -> new Found(this.fits.fit(row, number), figures(row)), customerId)
			.stream()
			.findFirst();
	}

	private static @Nullable InsightFigures figures(ResultSet row) throws SQLException {
		UUID customer = row.getObject("customer_id", UUID.class);
		if (customer == null) {
			return null;
		}
		CustomerPurchases purchases = new CustomerPurchases(customer, row.getInt("purchases"),
				row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
				row.getInt("orders"), row.getInt("orders_elsewhere"), row.getDouble("spent"),
				row.getInt("valued_repeats"), row.getDouble("repeat_spent"), row.getInt("recent"),
				row.getInt("earlier"));
		RfmScore rfm = (row.getString("segment") != null)
				? new RfmScore(row.getInt("recency"), row.getInt("frequency"), row.getInt("money")) : null;
		Outlook.Purchases outlook = (row.getObject("probability_alive") != null)
				? new Outlook.Purchases(row.getDouble("probability_alive"), row.getDouble("expected_purchases"),
						row.getDouble("discounted_purchases"))
				: null;
		return new InsightFigures(purchases, rfm, outlook, row.getObject("expected_value", Double.class));
	}

	/**
	 * A fit, and the figures of a customer.
	 *
	 * @param figures the figures, or null if the customer had no purchases
	 */
	record Found(Fit fit, @Nullable InsightFigures figures) {
	}

	/**
	 * A column, whose values are stored as an array.
	 */
	private record Column(String name, String type, Function<InsightFigures, @Nullable Object> value) {
	}

}
